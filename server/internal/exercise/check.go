package exercise

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"interleave/analyzers/witness"
	"interleave/lessons"
	"interleave/server/internal/gocmd"
	"interleave/server/internal/session"
)

// The states of a step of a check.
const (
	StepPassed  = "passed"
	StepFailed  = "failed"
	StepSkipped = "skipped"
)

// A Step is one part of a check.
type Step struct {
	Name   string `json:"name"` // compile, and those of lessons.Steps
	State  string `json:"state"`
	Detail string `json:"detail"` // what to read: errors, reports, output, or why it was skipped
	// Witness is where everybody stood when the tests had to be stopped; nil if they ended.
	Witness *witness.Witness `json:"witness,omitempty"`
}

// A Check is what came out of checking an exercise.
type Check struct {
	Exercise string `json:"exercise"`
	Passed   bool   `json:"passed"`
	Steps    []Step `json:"steps"`
}

// A Checker checks exercises of a copy.
type Checker struct {
	Tools   *gocmd.Toolchain
	Session *session.Session
	Buffers session.Buffers   // unsaved text counts for the rules; compile and tests read the disk
	Step    func(name string) // told before each step; may be nil

	// Patience is how long the tests may run once; 0 means testTimeout.
	Patience time.Duration
}

const (
	compileTimeout = 5 * time.Minute // the first build of the standard library takes long
	testTimeout    = 30 * time.Second
	raceTimeout    = 2 * time.Minute
	raceRuns       = 20
	outputShown    = 12 << 10
)

const stepCompile = "compile"

// noInlining keeps every call of the exercise in its goroutine dumps, with what it was given.
const noInlining = "-gcflags=-l"

// Check runs the steps over an exercise, compile and then those of lessons.Steps, in this order; later steps
// are skipped with the reason. An exercise that names no test for the step concurrent has no such step. The
// tests are the course's own, whatever became of the copy's. A pass is noted in the progress.
//
// What the learner's code does wrong is in the Check; an error is ctx's, or about the machine. Every process
// that a step has started is gone when Check returns.
func (k *Checker) Check(ctx context.Context, c *Copy, e lessons.Exercise) (Check, error) {
	check := Check{Exercise: e.Name}
	dir, err := filepath.EvalSymlinks(c.Dir(e)) // as the compiler names its files in stacks
	if err != nil {
		return check, fmt.Errorf("the copy has no folder %s: make a new copy with interleave learn", c.Dir(e))
	}
	expected, pkg, err := testsIn(lessons.FS(), e)
	if err != nil {
		return check, err
	}
	overlay, differs, cleanup, err := testOverlay(dir, e, pkg)
	if err != nil {
		return check, err
	}
	defer cleanup()

	if err := k.step(&check, stepCompile, func() (Step, error) { return k.compile(ctx, dir, overlay) }); err != nil {
		return check, err
	}
	// Rules, tests and race detector are three views of one bug, and all
	// are shown. Without code that compiles there is nothing to see.
	if check.state(stepCompile) == StepFailed {
		for _, name := range stepsOf(e) {
			check.Steps = append(check.Steps, Step{Name: name, State: StepSkipped, Detail: "not run, because it does not compile"})
		}
		return check, k.note(c, check)
	}
	if err := k.step(&check, lessons.CheckRules, func() (Step, error) { return k.rules(ctx, c, e) }); err != nil {
		return check, err
	}
	var run *testRun
	err = k.step(&check, lessons.CheckTests, func() (step Step, err error) {
		run, step, err = k.tests(ctx, dir, overlay, e, expected, differs)
		return step, err
	})
	if err == nil {
		err = k.step(&check, lessons.CheckRace, func() (Step, error) { return k.race(ctx, dir, overlay, run.hasFailed()) })
	}
	if err != nil {
		return check, err
	}
	// The last two were part of the tests' run.
	for _, name := range stepsOf(e) {
		step := Step{Name: name}
		switch name {
		case lessons.CheckLeft:
			step.State, step.Detail = run.leftStep(check.state(lessons.CheckTests))
		case lessons.CheckConcurrent:
			step.State, step.Detail = run.concurrentStep(e)
		default:
			continue
		}
		check.Steps = append(check.Steps, step)
	}
	// The race detector is not to be had everywhere, and not all tests allow to count
	// goroutines; the rest must have passed.
	check.Passed = !slices.ContainsFunc(check.Steps, func(s Step) bool {
		return s.State == StepFailed || s.State == StepSkipped && s.Name != lessons.CheckRace && s.Name != lessons.CheckLeft
	})
	return check, k.note(c, check)
}

// stepsOf lists the steps of an exercise after compile.
func stepsOf(e lessons.Exercise) []string {
	return slices.DeleteFunc(lessons.Steps(), func(name string) bool { return name == lessons.CheckConcurrent && len(e.Concurrent) == 0 })
}

// step runs one step and adds what came out.
func (k *Checker) step(check *Check, name string, run func() (Step, error)) error {
	if k.Step != nil {
		k.Step(name)
	}
	step, err := run()
	if err != nil {
		return err
	}
	step.Name = name
	check.Steps = append(check.Steps, step)
	return nil
}

// note keeps a pass in the progress.
func (k *Checker) note(c *Copy, check Check) error {
	_, err := c.update(check.Exercise, func(s *Standing) { s.Solved = s.Solved || check.Passed })
	return err
}

// testOverlay makes the go command see the course's own tests in an exercise's folder, and the one that looks
// for goroutines left behind; it names the copy's that differ.
func testOverlay(dir string, e lessons.Exercise, pkg string) (file string, differs []string, cleanup func(), err error) {
	temp, err := os.MkdirTemp("", "interleave-check-")
	if err != nil {
		return "", nil, nil, err
	}
	cleanup = func() { _ = os.RemoveAll(temp) }
	replace := make(map[string]string)
	put := func(name string, text []byte) error {
		ours := filepath.Join(temp, strconv.Itoa(len(replace))+"_test.go")
		replace[filepath.Join(dir, filepath.FromSlash(name))] = ours
		return os.WriteFile(ours, text, 0o600)
	}
	err = put(leftFile, leftTestFor(pkg))
	for _, name := range e.Files {
		if !strings.HasSuffix(name, "_test.go") || err != nil {
			continue
		}
		var original []byte
		if original, err = fs.ReadFile(lessons.FS(), path.Join(e.Dir, name)); err != nil {
			continue
		}
		if now, readErr := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name))); readErr != nil || normal(now) != normal(original) {
			differs = append(differs, name)
			err = put(name, original)
		}
	}
	if err != nil {
		cleanup()
		return "", nil, nil, err
	}
	data, err := json.Marshal(map[string]any{"Replace": replace})
	if err == nil {
		file = filepath.Join(temp, "overlay.json")
		err = os.WriteFile(file, data, 0o600)
	}
	if err != nil {
		cleanup()
		return "", nil, nil, err
	}
	return file, differs, cleanup, nil
}

func (k *Checker) compile(ctx context.Context, dir, overlay string) (Step, error) {
	// A test binary needs everything that the exercise needs, and go vet's
	// checks are not ours to run here.
	result, err := k.Tools.Command(ctx, gocmd.Policy{Dir: dir, NoWork: true}, compileTimeout,
		"test", "-buildvcs=false", "-vet=off", noInlining, "-overlay="+overlay, "-c", "-o", os.DevNull, ".")
	if err != nil {
		return Step{}, err
	}
	if result.Code != 0 {
		return Step{State: StepFailed, Detail: shown(append(result.Stderr, result.Stdout...))}, nil
	}
	return Step{State: StepPassed}, nil
}

func (k *Checker) rules(ctx context.Context, c *Copy, e lessons.Exercise) (Step, error) {
	k.Session.Touch()
	result, err := k.Session.Check(ctx, session.Request{Buffers: k.Buffers, Dir: c.Dir(e)})
	if err != nil {
		return Step{}, err
	}
	var lines []string
	for _, r := range slices.Concat(result.Reports, result.Ignored) {
		if slices.Contains(e.Rules, string(r.Rule.Name)) {
			name, err := filepath.Rel(c.Dir(e), r.File)
			if err != nil {
				name = r.File
			}
			line := fmt.Sprintf("%s:%d:%d: %s", filepath.ToSlash(name), r.Start.Line, r.Start.Column, r.Text())
			if r.Ignored {
				line += ": the comment does not help here, this is what the exercise is about"
			}
			lines = append(lines, line)
		}
	}
	switch {
	case len(lines) > 0:
		return Step{State: StepFailed, Detail: strings.Join(lines, "\n")}, nil
	case len(result.Notes) > 0:
		return Step{State: StepSkipped, Detail: result.Notes[0].String()}, nil
	}
	return Step{State: StepPassed}, nil
}

// tests runs the tests once. The run has what the steps left and concurrent need.
func (k *Checker) tests(ctx context.Context, dir, overlay string, e lessons.Exercise, expected, differs []string) (*testRun, Step, error) {
	patience := cmp.Or(k.Patience, testTimeout)
	run, hung, err := k.run(ctx, gocmd.Policy{Dir: dir, NoWork: true}, patience, dir,
		"test", "-json", "-buildvcs=false", "-vet=off", noInlining, "-overlay="+overlay, "-count=1", "-timeout="+patience.String(), ".")
	if err != nil {
		return nil, Step{}, err
	}
	step := hung
	if step.State == "" {
		step.State, step.Detail = run.testsStep(e, expected)
		step.Detail = shown([]byte(step.Detail))
	}
	if len(differs) > 0 {
		step.Detail = strings.TrimSpace("your copy of " + strings.Join(differs, ", ") + " differs from the course's; the course's was run\n" + step.Detail)
	}
	return run, step, nil
}

// race runs the tests many times under the race detector. Tests that fail
// anyway are run once more, for the race alone.
func (k *Checker) race(ctx context.Context, dir, overlay string, failing bool) (Step, error) {
	if reason := k.Tools.NoRace(); reason != "" {
		return Step{State: StepSkipped, Detail: "the race detector did not run: " + reason}, nil
	}
	runs := raceRuns
	if failing {
		runs = 1
	}
	patience := max(4*k.Patience, raceTimeout)
	if runs == 1 {
		patience = cmp.Or(k.Patience, testTimeout)
	}
	run, hung, err := k.run(ctx, gocmd.Policy{Dir: dir, NoWork: true, Cgo: true}, patience, dir,
		"test", "-json", "-buildvcs=false", "-vet=off", noInlining, "-overlay="+overlay, "-race", "-skip=^"+leftTest+"$", "-count="+strconv.Itoa(runs), "-timeout="+patience.String(), ".")
	if err != nil {
		return Step{}, err
	}
	text := run.all()
	switch {
	case run.state == StepPassed:
		return Step{State: StepPassed}, nil
	case strings.Contains(text, dataRace):
		return Step{State: StepFailed, Detail: races(text, dir)}, nil
	case failing:
		return Step{State: StepSkipped, Detail: "no race was seen; tests fail without the race detector too"}, nil
	case hung.State != "":
		return hung, nil
	}
	return Step{State: StepFailed, Detail: shown([]byte(run.said(func(test string) bool { return run.tests[test] == "fail" })))}, nil
}

// run runs the tests of one package. A run that had to be stopped is the exercise's failure: the step then
// says who stood where.
func (k *Checker) run(ctx context.Context, p gocmd.Policy, limit time.Duration, dir string, args ...string) (run *testRun, hung Step, err error) {
	result, err := k.Tools.Command(ctx, p, limit+compileTimeout, args...)
	if errors.Is(err, gocmd.ErrTimeout) {
		// The test binary did not even end itself: it forks, or ignores what ends a program.
		return new(testRun), Step{State: StepFailed, Detail: fmt.Sprintf("the tests did not end within %s, and were killed with everything that they had started", limit)}, nil
	}
	if err != nil {
		return nil, Step{}, err
	}
	run = &testRun{state: StepFailed}
	for _, r := range readTestRuns(result.Stdout) {
		run = r // there is one package
	}
	switch {
	case result.Truncated:
		return run, Step{State: StepFailed, Detail: "the tests print so much that the rest was thrown away, their result too: print less"}, nil
	case len(run.events) == 0:
		return run, Step{State: StepFailed, Detail: shown(append(result.Stderr, result.Stdout...))}, nil
	}
	if result.Code == 0 && run.state == "" {
		run.state = StepPassed
	}
	text := run.all()
	if !strings.Contains(text, timedOut) {
		return run, Step{}, nil
	}
	held, err := k.Session.Holding(ctx, session.Request{Buffers: k.Buffers, Dir: dir})
	if err != nil && ctx.Err() != nil {
		return nil, Step{}, err
	}
	hung = Step{State: StepFailed, Witness: hang(text, dir, held)}
	hung.Detail = fmt.Sprintf("the tests did not end within %s", limit)
	if hung.Witness == nil {
		hung.Detail += "\n" + shown([]byte(run.said(func(test string) bool { return run.tests[test] == "fail" })))
	} else {
		hung.Detail += ". Where everybody stood:\n" + hung.Witness.Text()
	}
	return run, hung, nil
}

// state returns the state of a step that has run.
func (c Check) state(name string) string {
	for _, step := range c.Steps {
		if step.Name == name {
			return step.State
		}
	}
	return StepSkipped
}

// shown is the part of an output that a person reads: its beginning and its end.
func shown(output []byte) string {
	output = bytes.TrimSpace(output)
	if len(output) <= outputShown {
		return string(output)
	}
	half := outputShown / 2
	return string(output[:half]) + "\n...\n" + string(output[len(output)-half:])
}
