package exercise

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"go/build/constraint"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"interleave/lessons"
)

// The test that the pipeline adds to those of an exercise, and the file in which it does.
const (
	leftTest = "TestInterleaveNothingIsLeft"
	leftFile = "zz_interleave_left_test.go" // the last one, though external tests run after the others anyway
)

//go:embed left/left_test.go
var leftSource string

// leftTestFor returns the text of leftFile for a package of this name.
func leftTestFor(pkg string) []byte {
	return []byte(strings.Replace(leftSource, "package left_test", "package "+pkg+"_test", 1))
}

// A testRun is what go test -json has said of one package.
type testRun struct {
	state  string            // of the package as a whole: StepPassed or StepFailed; "" if go test has not said
	tests  map[string]string // how each test ended, "TestA/sub" too: "pass", "fail" or "skip"
	events []testEvent
}

// A testEvent is one line of go test -json (go doc cmd/test2json).
type testEvent struct {
	Action, Package, ImportPath, Test, Output string
}

// readTestRuns reads the output of go test -json, by import path. Lines that are no events, which a test
// binary can print, are passed over.
func readTestRuns(stdout []byte) map[string]*testRun {
	runs := make(map[string]*testRun)
	for line := range bytes.Lines(stdout) {
		var event testEvent
		if json.Unmarshal(line, &event) != nil {
			continue
		}
		name := event.Package
		if name == "" {
			name, _, _ = strings.Cut(event.ImportPath, " ") // of a build that fails
		}
		r := runs[name]
		if r == nil {
			r = &testRun{tests: make(map[string]string)}
			runs[name] = r
		}
		r.events = append(r.events, event)
		switch {
		case event.Action == "build-fail" || event.Action == "fail" && event.Test == "":
			r.state = StepFailed
		case event.Action == "pass" && event.Test == "":
			r.state = StepPassed
		case event.Test != "" && (event.Action == "pass" || event.Action == "fail" || event.Action == "skip"):
			if r.tests[event.Test] != "fail" { // the worst of several runs
				r.tests[event.Test] = event.Action
			}
		}
	}
	return runs
}

// all is everything that was printed.
func (r *testRun) all() string {
	var b strings.Builder
	for _, event := range r.events {
		b.WriteString(event.Output)
	}
	return b.String()
}

// progressLine matches what go test -v prints while tests run.
var progressLine = regexp.MustCompile(`^=== (RUN|PAUSE|CONT|NAME) `)

// said is what a person reads of it: what was printed outside of tests and by those of the tests that
// a function wants, without the lines about progress.
func (r *testRun) said(wanted func(test string) bool) string {
	var b strings.Builder
	for _, event := range r.events {
		if !progressLine.MatchString(event.Output) && (event.Test == "" && !summaryLine.MatchString(event.Output) || event.Test != "" && wanted(event.Test)) {
			b.WriteString(event.Output)
		}
	}
	return strings.TrimSpace(b.String())
}

// summaryLine matches go test's own last lines about a package.
var summaryLine = regexp.MustCompile(`^(PASS|FAIL|ok\s.*|FAIL\s.*|exit status \d+)\n?$`)

// topLevel returns the name of the test that a subtest belongs to.
func topLevel(test string) string {
	name, _, _ := strings.Cut(test, "/")
	return name
}

// testsStep says whether the exercise's tests, but for those of the step concurrent, have passed, all that
// there are in the course's files.
func (r *testRun) testsStep(e lessons.Exercise, expected []string) (state, detail string) {
	bad := func(test string) bool {
		return r.tests[test] == "fail" && test != leftTest && !slices.Contains(e.Concurrent, topLevel(test))
	}
	var failed, missing []string
	for test := range r.tests {
		if bad(test) {
			failed = append(failed, test)
		}
	}
	for _, test := range expected {
		if r.tests[test] == "" {
			missing = append(missing, test)
		}
	}
	otherFailed := r.tests[leftTest] == "fail" || slices.ContainsFunc(e.Concurrent, func(test string) bool { return r.tests[test] == "fail" })
	switch {
	case len(failed) > 0:
		return StepFailed, r.said(bad)
	case r.state == StepPassed && len(missing) > 0:
		return StepFailed, fmt.Sprintf("the program ended before its tests did: %s did not run to the end; does something call os.Exit?", strings.Join(missing, ", "))
	case r.state != StepPassed && (!otherFailed || len(missing) > 0):
		return StepFailed, r.said(func(test string) bool { return r.tests[test] != "pass" && r.tests[test] != "skip" })
	}
	return StepPassed, ""
}

// hasFailed reports whether a test has failed that the course brings, or the package as a whole for another
// reason than the goroutines that it has left.
func (r *testRun) hasFailed() bool {
	for test, end := range r.tests {
		if end == "fail" && test != leftTest {
			return true
		}
	}
	return r.state != StepPassed && r.tests[leftTest] != "fail"
}

// leftStep says whether the exercise's code has left goroutines behind. After tests that failed that
// means nothing.
func (r *testRun) leftStep(tests string) (state, detail string) {
	switch {
	case tests != StepPassed:
		return StepSkipped, "goroutines are counted when the tests pass"
	case r.tests[leftTest] == "fail":
		_, text, _ := strings.Cut(r.said(func(test string) bool { return test == leftTest }), "_test.go:")
		_, text, _ = strings.Cut(text, ": ")
		text, _, _ = strings.Cut(text, "\n--- FAIL")
		first, rest, _ := strings.Cut(text, "\n")
		for line := range strings.Lines(rest) {
			first += "\n  " + strings.TrimSpace(line)
		}
		return StepFailed, first
	case r.tests[leftTest] == "pass":
		return StepPassed, ""
	}
	return StepSkipped, "the tests run in parallel: nobody knows when all have ended"
}

// concurrentStep says whether the tests of exercise.toml's concurrent have passed.
func (r *testRun) concurrentStep(e lessons.Exercise) (state, detail string) {
	state = StepPassed
	for _, test := range e.Concurrent {
		switch r.tests[test] {
		case "fail":
			return StepFailed, r.said(func(test string) bool {
				return r.tests[test] == "fail" && slices.Contains(e.Concurrent, topLevel(test))
			})
		case "":
			state, detail = StepSkipped, test+" did not run to the end"
		}
	}
	return state, detail
}

// testsIn lists the tests that a course's files of an exercise declare, and the name of their package.
// Files with build constraints are left out: whether they count here is not asked.
func testsIn(course fs.FS, e lessons.Exercise) (tests []string, pkg string, err error) {
	for _, name := range e.Files {
		if !strings.HasSuffix(name, ".go") {
			continue
		}
		text, err := fs.ReadFile(course, path.Join(e.Dir, name))
		if err != nil {
			return nil, "", err
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, text, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return nil, "", err
		}
		if pkg == "" {
			pkg = strings.TrimSuffix(file.Name.Name, "_test")
		}
		constrained := slices.ContainsFunc(strings.Split(string(text), "\n"), constraint.IsGoBuild)
		if !strings.HasSuffix(name, "_test.go") || constrained {
			continue
		}
		for _, m := range testFunction.FindAllStringSubmatch(string(text), -1) {
			tests = append(tests, m[1])
		}
	}
	return tests, pkg, nil
}

// testFunction matches the declaration of a test.
var testFunction = regexp.MustCompile(`(?m)^func (Test(?:[^a-z\W]\w*)?)\(\w+ \*testing\.T\)`)
