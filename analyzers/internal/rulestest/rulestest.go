// Package rulestest tests an analyzer by the programs in its testdata/src.
//
// Each package there is named for what it does. A want comment stands where a
// report is expected; a package without one is correct and looks like a bug.
// The packages of testdata/src/hints expect hints as well, which are off
// elsewhere. Those of testdata/src/known say what should be reported and is not yet.
// Related comments say which other places a report has.
//
// All packages are loaded at once, and once per analyzer (twice where there are
// hints), because most of the time goes into the standard library that they share.
package rulestest

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"

	"interleave/analyzers/finding"
	"interleave/analyzers/rules"
)

// The folders of testdata/src that hold packages and are none themselves.
const (
	known = "known" // not right yet
	hints = "hints" // expecting hints
)

// Run fails the test where the analyzer's reports about the packages of
// testdata/src differ from their want comments.
func Run(t *testing.T, a *analysis.Analyzer) {
	t.Helper()
	for _, text := range resultsOf(t, a).complaints {
		if _, isKnown := text.pkg(); !isKnown {
			t.Error(text)
		}
	}
}

// KnownDefects fails the test when a package of testdata/src/known has become
// right: it then belongs beside the others.
func KnownDefects(t *testing.T, a *analysis.Analyzer) {
	t.Helper()
	about := make(map[string][]complaint)
	for _, text := range resultsOf(t, a).complaints {
		if name, isKnown := text.pkg(); isKnown {
			about[name] = append(about[name], text)
		}
	}
	for _, name := range packagesIn(t, filepath.Join(source(), known)) {
		if len(about[name]) == 0 {
			t.Errorf("%s/%s is right now: move it to testdata/src", known, name)
		}
		for _, text := range about[name] {
			t.Log(text)
		}
	}
}

// A complaint is one line with which analysistest would fail a test.
type complaint string

// pkg returns the name of the package of testdata/src that a complaint is about,
// and whether that is one of those not right yet; "" for what concerns them all.
func (c complaint) pkg() (name string, isKnown bool) {
	_, rest, ok := strings.Cut(filepath.ToSlash(string(c)), "testdata/src/")
	if !ok {
		return "", false
	}
	rest, isKnown = strings.CutPrefix(rest, known+"/")
	name, _, _ = strings.Cut(rest, "/")
	return name, isKnown
}

// complaints collects what analysistest has to say about one analyzer.
type complaints []complaint

// Errorf takes the place of the one of testing.T.
func (c *complaints) Errorf(format string, args ...any) {
	*c = append(*c, complaint(fmt.Sprintf(format, args...)))
}

// A result is what came of running an analyzer over all packages.
type result struct {
	complaints complaints
	places     map[rules.Name]bool // the rules that have related places, and whether comments say which
}

// results are those of the analyzers that this test binary has run already.
var (
	mu      sync.Mutex
	results = make(map[*analysis.Analyzer]*result) // guarded by mu
)

// resultsOf runs an analyzer over all packages, the first time it is asked.
func resultsOf(t *testing.T, a *analysis.Analyzer) *result {
	t.Helper()
	mu.Lock()
	defer mu.Unlock()
	if r, ok := results[a]; ok {
		return r
	}
	r := &result{places: make(map[rules.Name]bool)}
	if _, err := os.Stat(filepath.Join(source(), hints)); err == nil {
		r.analyze(t, a, "")
		set(t, a, "true")
		r.analyze(t, a, hints, known)
		set(t, a, "false")
	} else {
		r.analyze(t, a, "", known)
	}
	results[a] = r
	return r
}

// analyze runs an analyzer over the packages of some folders of testdata/src.
func (r *result) analyze(t *testing.T, a *analysis.Analyzer, folders ...string) {
	t.Helper()
	var patterns []string
	for _, folder := range folders {
		for _, name := range packagesIn(t, filepath.Join(source(), folder)) {
			patterns = append(patterns, "./"+path.Join(folder, name))
		}
	}
	for _, of := range analysistest.Run(&r.complaints, source(), a, patterns...) {
		for _, err := range of.Action.Package.Errors {
			r.complaints.Errorf("%v", err)
		}
		relatedPlaces(&r.complaints, r.places, of)
	}
}

// set turns hints on or off.
func set(t *testing.T, a *analysis.Analyzer, value string) {
	t.Helper()
	if err := a.Flags.Set(finding.HintsFlag, value); err != nil {
		t.Fatal(err)
	}
}

func source() string { return filepath.Join(analysistest.TestData(), "src") }

// packagesIn lists the packages of a folder; one that is not there has none.
func packagesIn(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	var list []string
	for _, e := range entries {
		if e.IsDir() && e.Name() != known && e.Name() != hints {
			list = append(list, e.Name())
		}
	}
	return list
}
