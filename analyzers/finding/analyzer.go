package finding

import (
	"reflect"

	"golang.org/x/tools/go/analysis"
)

// NewAnalyzer makes an analyzer of the suite. What run finds in a package is sorted, then
// reported, and is the analyzer's result. doc is the text of its doc.go; Doc says what that
// must hold.
func NewAnalyzer(name, doc string, run func(*analysis.Pass) ([]Finding, error), requires ...*analysis.Analyzer) *analysis.Analyzer {
	return &analysis.Analyzer{
		Name:     name,
		Doc:      Doc(doc, name),
		Requires: requires,
		Run: func(pass *analysis.Pass) (any, error) {
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

// ResultType is the ResultType of every analyzer of the suite: []Finding.
var ResultType = reflect.TypeFor[[]Finding]()
