package rulestest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"
)

// Fixes applies the fixes that an analyzer suggests for the packages of
// testdata/fixes/src and compares what comes out, in gofmt's form, with the golden
// files beside the sources. Then it checks that the golden code compiles and that
// the analyzer has nothing more to say about it.
func Fixes(t *testing.T, a *analysis.Analyzer) {
	t.Helper()
	src := filepath.Join("testdata", "fixes", "src")
	abs, err := filepath.Abs(src)
	if err != nil {
		t.Fatal(err)
	}
	var patterns []string
	for _, name := range packagesIn(t, src) {
		patterns = append(patterns, "./"+name)
	}
	analysistest.RunWithSuggestedFixes(t, abs, a, patterns...)

	fixed := t.TempDir()
	for _, name := range packagesIn(t, src) {
		goldens, err := filepath.Glob(filepath.Join(src, name, "*.golden"))
		if err != nil || len(goldens) == 0 {
			t.Fatalf("%s: no golden files: %v", name, err)
		}
		for _, golden := range goldens {
			data, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			// No report is wanted any more.
			var lines []string
			for line := range strings.Lines(string(data)) {
				code, _, found := strings.Cut(line, "// want ")
				if found {
					line = code + "\n"
				}
				lines = append(lines, line)
			}
			to := filepath.Join(fixed, name, strings.TrimSuffix(filepath.Base(golden), ".golden"))
			if err := os.MkdirAll(filepath.Dir(to), 0o777); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(to, []byte(strings.Join(lines, "")), 0o666); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := os.WriteFile(filepath.Join(fixed, "go.mod"), []byte("module fixed\n\ngo 1.26\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	analysistest.Run(t, fixed, a, patterns...)
}
