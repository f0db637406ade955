package exercise

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

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
	Name   string `json:"name"` // compile, rules, tests, race
	State  string `json:"state"`
	Detail string `json:"detail"` // what to read: errors, reports, output, or why it was skipped
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
}

const (
	compileTimeout = 5 * time.Minute // the first build of the standard library takes long
	testTimeout    = time.Minute
	raceRuns       = 20
	outputShown    = 12 << 10
)

// Check runs compile, rules, tests and the race detector over an exercise, in
// this order; later steps are skipped with the reason. The tests are the
// course's own, whatever became of the copy's. A pass is noted in the progress.
func (k *Checker) Check(ctx context.Context, c *Copy, e lessons.Exercise) (Check, error) {
	check := Check{Exercise: e.Name}
	dir := c.Dir(e)
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return check, fmt.Errorf("the copy has no folder %s: make a new copy with interleave learn", dir)
	}
	overlay, differs, cleanup, err := testOverlay(c, e)
	if err != nil {
		return check, err
	}
	defer cleanup()

	steps := []struct {
		name string
		run  func(context.Context) (state, detail string, err error)
	}{
		{"compile", func(ctx context.Context) (string, string, error) { return k.compile(ctx, dir, overlay) }},
		{"rules", func(ctx context.Context) (string, string, error) { return k.rules(ctx, c, e) }},
		{"tests", func(ctx context.Context) (string, string, error) { return k.tests(ctx, dir, overlay, differs) }},
		{"race", func(ctx context.Context) (string, string, error) {
			return k.race(ctx, dir, overlay, check.state("tests"))
		}},
	}
	reason := ""
	for _, step := range steps {
		if reason != "" {
			check.Steps = append(check.Steps, Step{step.name, StepSkipped, reason})
			continue
		}
		if k.Step != nil {
			k.Step(step.name)
		}
		state, detail, err := step.run(ctx)
		if err != nil {
			return check, err
		}
		check.Steps = append(check.Steps, Step{step.name, state, detail})
		// Rules, tests and race detector are three views of one bug, and all
		// are shown. Without code that compiles there is nothing to see.
		if state == StepFailed && step.name == "compile" {
			reason = "not run, because it does not compile"
		}
	}
	// The race detector is not to be had everywhere; the rest must have passed.
	check.Passed = check.state("compile") == StepPassed && check.state("rules") == StepPassed &&
		check.state("tests") == StepPassed && check.state("race") != StepFailed
	_, err = c.update(e.Name, func(s *Standing) { s.Solved = s.Solved || check.Passed })
	return check, err
}

// testOverlay makes the go command see the course's own tests, and names the
// copy's that differ from them.
func testOverlay(c *Copy, e lessons.Exercise) (file string, differs []string, cleanup func(), err error) {
	temp, err := os.MkdirTemp("", "interleave-check-")
	if err != nil {
		return "", nil, nil, err
	}
	cleanup = func() { _ = os.RemoveAll(temp) }
	replace := make(map[string]string)
	for i, name := range e.Files {
		if !strings.HasSuffix(name, "_test.go") {
			continue
		}
		original, err := fs.ReadFile(lessons.FS(), path.Join(e.Dir, name))
		if err != nil {
			cleanup()
			return "", nil, nil, err
		}
		inCopy := filepath.Join(c.Dir(e), filepath.FromSlash(name))
		if now, err := os.ReadFile(inCopy); err != nil || normal(now) != normal(original) {
			differs = append(differs, name)
			ours := filepath.Join(temp, strconv.Itoa(i)+"_test.go")
			if err := os.WriteFile(ours, original, 0o600); err != nil {
				cleanup()
				return "", nil, nil, err
			}
			replace[inCopy] = ours
		}
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

func (k *Checker) compile(ctx context.Context, dir, overlay string) (string, string, error) {
	// A test binary needs everything that the exercise needs, and go vet's
	// checks are not ours to run here.
	result, err := k.Tools.Command(ctx, gocmd.Policy{Dir: dir, NoWork: true}, compileTimeout,
		"test", "-buildvcs=false", "-vet=off", "-overlay="+overlay, "-c", "-o", os.DevNull, ".")
	if err != nil {
		return "", "", err
	}
	if result.Code != 0 {
		return StepFailed, shown(append(result.Stderr, result.Stdout...)), nil
	}
	return StepPassed, "", nil
}

func (k *Checker) rules(ctx context.Context, c *Copy, e lessons.Exercise) (string, string, error) {
	k.Session.Touch()
	result, err := k.Session.Check(ctx, session.Request{Buffers: k.Buffers, Dir: c.Dir(e)})
	if err != nil {
		return "", "", err
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
	if len(lines) > 0 {
		return StepFailed, strings.Join(lines, "\n"), nil
	}
	if len(result.Notes) > 0 {
		return StepSkipped, result.Notes[0].String(), nil
	}
	return StepPassed, "", nil
}

func (k *Checker) tests(ctx context.Context, dir, overlay string, differs []string) (string, string, error) {
	state, detail, err := k.run(ctx, gocmd.Policy{Dir: dir, NoWork: true}, testTimeout,
		"test", "-buildvcs=false", "-vet=off", "-overlay="+overlay, "-count=1", "-timeout="+testTimeout.String(), ".")
	if len(differs) > 0 && err == nil {
		detail = strings.TrimSpace("your copy of " + strings.Join(differs, ", ") + " differs from the course's; the course's was run\n" + detail)
	}
	return state, detail, err
}

// race runs the tests many times under the race detector. Tests that fail
// anyway are run once more, for the race alone.
func (k *Checker) race(ctx context.Context, dir, overlay, tests string) (string, string, error) {
	if reason := k.Tools.NoRace(); reason != "" {
		return StepSkipped, "the race detector did not run: " + reason, nil
	}
	runs := raceRuns
	if tests != StepPassed {
		runs = 1
	}
	state, detail, err := k.run(ctx, gocmd.Policy{Dir: dir, NoWork: true, Cgo: true}, compileTimeout,
		"test", "-buildvcs=false", "-vet=off", "-overlay="+overlay, "-race", "-count="+strconv.Itoa(runs), "-timeout="+(2*testTimeout).String(), ".")
	if state == StepFailed && tests != StepPassed && !strings.Contains(detail, "DATA RACE") {
		return StepSkipped, "no race was seen before the tests failed", err
	}
	return state, detail, err
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

// run runs tests. A deadline is the exercise's failure: it says who waits.
func (k *Checker) run(ctx context.Context, p gocmd.Policy, limit time.Duration, args ...string) (string, string, error) {
	result, err := k.Tools.Command(ctx, p, limit+compileTimeout, args...)
	if err != nil {
		return "", "", err
	}
	if result.Code != 0 {
		return StepFailed, shown(append(result.Stdout, result.Stderr...)), nil
	}
	return StepPassed, "", nil
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
