package contextuse_test

import (
	"path/filepath"
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"interleave/analyzers/contextuse"
	"interleave/analyzers/finding"
	"interleave/analyzers/internal/rulestest"
	"interleave/analyzers/rules"
)

func TestReportsAndSilence(t *testing.T) { rulestest.Run(t, contextuse.Analyzer) }

func TestKnownDefects(t *testing.T) { rulestest.KnownDefects(t, contextuse.Analyzer) }

func TestFixes(t *testing.T) { rulestest.Fixes(t, contextuse.Analyzer) }

// What a test does not close is told at the place that waits, in a file that is no test's: want comments cannot say
// so, because the package without its tests gets no report.
func TestWhatOnlyATestLeavesOpenIsAHint(t *testing.T) {
	var found []finding.Finding
	for _, r := range analysistest.Run(t, filepath.Join(analysistest.TestData(), "tested"), contextuse.Analyzer, "neverclosed") {
		found = append(found, r.Result.([]finding.Finding)...)
	}
	if len(found) != 1 || found[0].Rule != "ctx-never-cancelled" || found[0].Confidence != rules.Hint {
		t.Errorf("found %+v, want one hint of ctx-never-cancelled", found)
	}
}
