package rulestest

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"
)

// Fixes applies the fixes that an analyzer suggests for the packages of
// testdata/fixes/src and compares what comes out, in gofmt's form, with the golden
// files beside the sources. Then it checks that the golden code compiles, that the
// analyzer has nothing more to say about it, and that it runs under the race detector:
// by its own tests, or by those of the file race_test.go.txt beside it, which the
// analyzer does not see.
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
	t.Run("race", func(t *testing.T) { race(t, src, fixed) })
}

// race runs what came of the packages of src under the race detector.
func race(t *testing.T, src, fixed string) {
	unlessRaceDetector(t)
	for _, name := range packagesIn(t, src) {
		tests, err := os.ReadFile(filepath.Join(src, name, "race_test.go.txt"))
		if err == nil {
			err = os.WriteFile(filepath.Join(fixed, name, "race_test.go"), tests, 0o666)
		} else if own, _ := filepath.Glob(filepath.Join(fixed, name, "*_test.go")); len(own) > 0 {
			continue
		}
		if err != nil {
			t.Errorf("%s: no test runs the fixed code: %v", name, err)
		}
	}
	cmd := exec.Command("go", "test", "-race", "-count=1", "-timeout=1m", "./...")
	cmd.Dir = fixed
	cmd.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("go test -race: %v\n%s", err, out)
	}
}

// unlessRaceDetector skips a test where the race detector cannot be built.
func unlessRaceDetector(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("-short: the fixed code is not run")
	}
	out, err := exec.Command("go", "env", "CGO_ENABLED", "CC").Output()
	if err != nil {
		t.Skipf("go env: %v: put the go command on PATH", err)
	}
	enabled, compiler, _ := strings.Cut(strings.TrimSpace(string(out)), "\n")
	if enabled != "1" {
		t.Skip("the race detector needs cgo: set CGO_ENABLED=1")
	}
	fields := strings.Fields(compiler)
	if len(fields) == 0 {
		t.Skip("the race detector needs a C compiler: set CC")
	}
	if _, err := exec.LookPath(fields[0]); err != nil {
		t.Skipf("the race detector needs a C compiler: %v", err)
	}
}
