// Package wrapped runs checks that golang.org/x/tools has already, so that their
// reports can be given with our rules, words and lessons. It makes no findings itself.
package wrapped

import (
	"fmt"

	"golang.org/x/tools/go/analysis"

	"interleave/analyzers/finding"
)

// Diagnostics returns what an analyzer reports on a package, each with an end. What a comment
// //nolint:govet tells golangci-lint to leave out of go vet's reports is left out here as well. The pass
// that it is called from must require all that the analyzer requires; analyzers with facts or
// flags are not supported.
func Diagnostics(pass *analysis.Pass, a *analysis.Analyzer) ([]analysis.Diagnostic, error) {
	var list []analysis.Diagnostic
	inner := *pass
	inner.Analyzer = a
	inner.Report = func(d analysis.Diagnostic) {
		if finding.Silenced(pass.Fset, pass.Files, d.Pos, "govet", a.Name) {
			return
		}
		if !d.End.IsValid() {
			_, d.End = finding.Span(pass.Files, d.Pos)
		}
		list = append(list, d)
	}
	if _, err := a.Run(&inner); err != nil {
		return nil, fmt.Errorf("%s: %w", a.Name, err)
	}
	return list, nil
}
