package sharedstate_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"interleave/analyzers/sharedstate"
)

// Each package of testdata/src is named for what it does. In those without a
// want comment everything is correct: they look like bugs and are none.
func TestReportsAndSilence(t *testing.T) {
	src := filepath.Join(analysistest.TestData(), "src")
	analysistest.Run(t, src, sharedstate.Analyzer, packagesIn(t, src)...)
}

// The packages of testdata/src/known say what should be reported, and the tool
// does not get them right yet. One that passes belongs beside the others.
func TestKnownDefects(t *testing.T) {
	src := filepath.Join(analysistest.TestData(), "src")
	var patterns []string
	for _, p := range packagesIn(t, filepath.Join(src, "known")) {
		name := "known/" + strings.TrimPrefix(p, "./")
		patterns = append(patterns, "./"+name)
	}
	if len(patterns) == 0 {
		return
	}
	var today complaints
	analysistest.Run(&today, src, sharedstate.Analyzer, patterns...)
	for _, p := range patterns {
		about := today.about(strings.TrimPrefix(p, "./"))
		if len(about) == 0 {
			t.Errorf("%s is right now: move it to testdata/src", p)
		}
		for _, c := range about {
			t.Log(c)
		}
	}
}

// complaints are what analysistest would fail a test with.
type complaints []string

func (c *complaints) Errorf(format string, args ...any) {
	*c = append(*c, fmt.Sprintf(format, args...))
}

// about returns those about the files of one package.
func (c complaints) about(name string) (list []string) {
	for _, text := range c {
		if strings.Contains(filepath.ToSlash(text), "/"+name+"/") {
			list = append(list, text)
		}
	}
	return list
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
