package lockorder_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"interleave/analyzers/lockorder"
)

// Each package of testdata/src is named for what it does. In those without a
// want comment everything is correct: they look like bugs and are none.
func TestReportsAndSilence(t *testing.T) {
	src := filepath.Join(analysistest.TestData(), "src")
	analysistest.Run(t, src, lockorder.Analyzer, packagesIn(t, src)...)
}

// The packages of testdata/src/known say what should be reported, and the tool
// does not get them right yet. One that passes belongs beside the others.
func TestKnownDefects(t *testing.T) {
	src := filepath.Join(analysistest.TestData(), "src")
	for _, p := range packagesIn(t, filepath.Join(src, "known")) {
		today := knownDefect(t, src, p)
		if len(today) == 0 {
			t.Errorf("known/%s is right now: move it to testdata/src", p)
		}
		for _, c := range today {
			t.Logf("known/%s: %s", p, c)
		}
	}
}

// crashing are the known packages on which an analyzer panics. It does so in a
// goroutine of the driver, so that only another process survives it.
var crashing = map[string]bool{}

const childVariable = "INTERLEAVE_KNOWN"

func knownDefect(t *testing.T, src, p string) complaints {
	var today complaints
	if !crashing[p] || os.Getenv(childVariable) == p {
		analysistest.Run(&today, src, lockorder.Analyzer, "./known/"+p)
		return today
	}
	child := exec.Command(os.Args[0], "-test.run=^TestCrashChild$")
	child.Env = append(os.Environ(), childVariable+"="+p)
	if out, err := child.CombinedOutput(); err != nil {
		today.Errorf("%v\n%s", err, firstLines(out))
	}
	return today
}

func TestCrashChild(t *testing.T) {
	p := os.Getenv(childVariable)
	if p == "" {
		t.Skip("runs as a child of TestKnownDefects")
	}
	for _, c := range knownDefect(t, filepath.Join(analysistest.TestData(), "src"), p) {
		t.Error(c)
	}
}

func firstLines(out []byte) string {
	lines := strings.SplitN(string(out), "\n", 6)
	return strings.Join(lines[:min(len(lines), 5)], "\n")
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
