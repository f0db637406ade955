package chanuse_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"interleave/analyzers/chanuse"
)

// Each package of testdata/src is named for what it does. In those without a
// want comment everything is correct: they look like bugs and are none.
func TestReportsAndSilence(t *testing.T) {
	src := filepath.Join(analysistest.TestData(), "src")
	analysistest.Run(t, src, chanuse.Analyzer, packagesIn(t, src)...)
}

// The packages of testdata/src/known say what should be reported, and the tool
// does not get them right yet. One that passes belongs beside the others.
func TestKnownDefects(t *testing.T) {
	src := filepath.Join(analysistest.TestData(), "src")
	for _, p := range packagesIn(t, filepath.Join(src, "known")) {
		var today complaints
		analysistest.Run(&today, src, chanuse.Analyzer, "./known/"+p)
		if len(today) == 0 {
			t.Errorf("known/%s is right now: move it to testdata/src", p)
		}
		for _, c := range today {
			t.Logf("known/%s: %s", p, c)
		}
	}
}

// complaints are what analysistest would fail a test with.
type complaints []string

func (c *complaints) Errorf(format string, args ...any) {
	*c = append(*c, fmt.Sprintf(format, args...))
}

func packagesIn(t *testing.T, dir string) []string {
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, e := range entries {
		if e.IsDir() && e.Name() != "known" {
			list = append(list, "./"+e.Name())
		}
	}
	return list
}
