package ignore_test

import (
	"path/filepath"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"

	"interleave/analyzers/chanuse"
	"interleave/analyzers/finding"
	"interleave/analyzers/ignore"
	"interleave/analyzers/internal/rulestest"
	"interleave/analyzers/lockuse"
)

// together reports what two families and the comments about them have to say, as a
// driver of the suite does.
var together = func() *analysis.Analyzer {
	families := []*analysis.Analyzer{lockuse.Analyzer, chanuse.Analyzer}
	suite := append(families, ignore.New(families))
	return &analysis.Analyzer{
		Name:     "together",
		Doc:      "report what a suite reports",
		Requires: suite,
		Flags:    finding.Flags("together"),
		Run: func(pass *analysis.Pass) (any, error) {
			for _, a := range suite {
				finding.Report(pass, pass.ResultOf[a].([]finding.Finding))
			}
			return nil, nil
		},
	}
}()

func TestReportsAndSilence(t *testing.T) { rulestest.Run(t, together) }

func TestFixes(t *testing.T) { rulestest.Fixes(t, together) }

func TestWhatIsSwitchedOffStillNeedsItsComment(t *testing.T) {
	for _, a := range []*analysis.Analyzer{lockuse.Analyzer, together} {
		if err := a.Flags.Set(finding.RulesFlag, "-defer-lock"); err != nil {
			t.Fatal(err)
		}
		defer a.Flags.Set(finding.RulesFlag, "") // takes the empty selection
	}
	analysistest.Run(t, filepath.Join(analysistest.TestData(), "src"), together, "./obeyed", "./hints/notes")
}
