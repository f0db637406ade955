package finding

import (
	"fmt"
	"reflect"

	"golang.org/x/tools/go/analysis"
)

// NewAnalyzer makes an analyzer of the suite. What run finds in a package is sorted, then
// reported, and is the analyzer's result. doc is the text of its doc.go; Doc says what that
// must hold. A panic of run costs its findings in that package, which is said there, and not
// the run over the others.
func NewAnalyzer(name, doc string, run func(*analysis.Pass) ([]Finding, error), requires ...*analysis.Analyzer) *analysis.Analyzer {
	return &analysis.Analyzer{
		Name:     name,
		Doc:      Doc(doc, name),
		Requires: requires,
		Run: func(pass *analysis.Pass) (result any, err error) {
			defer func() {
				if p := recover(); p != nil {
					ReportDefect(pass, fmt.Sprintf("%s: %v", name, p))
					result, err = []Finding(nil), nil
				}
			}()
			findings, err := run(pass)
			if err != nil {
				return nil, err
			}
			findings = Sort(findings)
			Report(pass, findings)
			return findings, nil
		},
		ResultType: ResultType,
		Flags:      Flags(name),
	}
}

// ReportDefect says at the package clause that the tool itself failed, with the cause.
func ReportDefect(pass *analysis.Pass, cause string) {
	if len(pass.Files) > 0 {
		pass.Report(analysis.Diagnostic{Pos: pass.Files[0].Package,
			Message: "interleave: a defect in the tool itself kept it from analysing this package fully (" + cause + "); please report it"})
	}
}

// ResultType is the ResultType of every analyzer of the suite: []Finding.
var ResultType = reflect.TypeFor[[]Finding]()
