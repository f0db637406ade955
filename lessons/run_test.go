package lessons_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"interleave/lessons"
)

// A workshop is a module as learners have it, in a temporary folder.
type workshop struct{ dir string }

func newWorkshop(t *testing.T) workshop {
	t.Helper()
	if testing.Short() {
		t.Skip("runs the go command")
	}
	w := workshop{t.TempDir()}
	w.write(t, "go.mod", []byte("module interleave-course\n\ngo 1.26.0\n"))
	return w
}

func (w workshop) write(t *testing.T, name string, text []byte) {
	t.Helper()
	full := filepath.Join(w.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(full, text, 0o644); err != nil {
		t.Fatal(err)
	}
}

// copyInto writes files of the course from one folder into another of the workshop.
func (w workshop) copyInto(t *testing.T, to, from string, names []string) {
	t.Helper()
	for _, name := range names {
		text, err := fs.ReadFile(lessons.FS(), path.Join(from, name))
		if err != nil {
			t.Fatal(err)
		}
		w.write(t, path.Join(to, name), text)
	}
}

// slots bounds how many go commands run at once, whatever -parallel says.
var slots = make(chan struct{}, 2)

// run runs the go command and returns what it prints and its exit code. A
// program that does not end is killed with its output shown.
func (w workshop) run(t *testing.T, args ...string) (output string, code int) {
	t.Helper()
	slots <- struct{}{}
	defer func() { <-slots }()
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, "go", args...)
	cmd.Dir = w.dir
	cmd.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=-mod=mod -buildvcs=false", "GOTOOLCHAIN=local", "GOTRACEBACK=single")
	cmd.WaitDelay = 10 * time.Second // a grandchild may hold the pipe
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	err := cmd.Run()
	if ctx.Err() != nil {
		t.Fatalf("go %s: not finished in time\n%s", strings.Join(args, " "), out.String())
	}
	if _, exited := errors.AsType[*exec.ExitError](err); err != nil && !exited {
		t.Fatalf("go %s: %v", strings.Join(args, " "), err)
	}
	return out.String(), cmd.ProcessState.ExitCode()
}

// haveRace reports whether -race works here: it needs cgo and a C compiler.
var haveRace = sync.OnceValue(func() bool {
	out, err := exec.Command("go", "env", "CGO_ENABLED", "CC").Output()
	if err != nil {
		return false
	}
	enabled, cc, _ := strings.Cut(strings.TrimSpace(string(out)), "\n")
	_, err = exec.LookPath(strings.TrimSpace(cc))
	return strings.TrimSpace(enabled) == "1" && err == nil
})

// step is one step of the check pipeline: the flags of go test.
func (w workshop) step(t *testing.T, pkg, check string, more ...string) (output string, passed bool) {
	t.Helper()
	args := append([]string{"test", "-count=1", "-timeout=60s"}, more...)
	if check == lessons.CheckRace {
		args = append(args, "-race")
	}
	output, code := w.run(t, append(args, "./"+pkg)...)
	return output, code == 0
}

// The checks are those of exercise.toml, but for the rules: the analyzers run
// over starters, solutions and wrong fixes in the server's tests.
func TestExercises(t *testing.T) {
	fsys := lessons.FS()
	for _, e := range load(t).Exercises() {
		t.Run(e.Name, func(t *testing.T) {
			t.Parallel()
			w := newWorkshop(t)
			solution, solved, err := lessons.Solution(fsys, e)
			if err != nil {
				t.Fatal(err)
			}
			wrong, err := lessons.WrongFixes(fsys, e)
			if err != nil {
				t.Fatal(err)
			}
			// All variants side by side, so that one go command may build them.
			w.copyInto(t, "starter", e.Dir, e.Files)
			w.copyInto(t, "solved", e.Dir, e.Files)
			w.copyInto(t, "solved", solution, solved)
			for _, fix := range wrong {
				w.copyInto(t, fix.Name, e.Dir, e.Files)
				w.copyInto(t, fix.Name, fix.Dir, fix.Files)
			}
			if out, code := w.run(t, "vet", "./..."); code != 0 {
				t.Errorf("go vet refuses a variant:\n%s", out)
			}

			for _, check := range e.Checks {
				w.rejects(t, "starter", check, failureOf(check))
			}
			if out, ok := w.step(t, "solved", lessons.CheckTests, "-count=20"); !ok {
				t.Errorf("solution fails:\n%s", out)
			}
			if haveRace() {
				if out, ok := w.step(t, "solved", lessons.CheckRace, "-count=5"); !ok {
					t.Errorf("solution fails under -race:\n%s", out)
				}
			}
			for _, fix := range wrong {
				for _, r := range fix.Rejected {
					w.rejects(t, fix.Name, r.Check, r.Words)
				}
			}
		})
	}
}

// rejects checks that a step refuses a variant and that the learner then reads these words.
func (w workshop) rejects(t *testing.T, variant, check, words string) {
	t.Helper()
	if check == lessons.CheckRules || check == lessons.CheckRace && !haveRace() {
		return
	}
	out, passed := w.step(t, variant, check)
	if passed {
		t.Errorf("%s: the step %s lets it pass", variant, check)
	} else if !strings.Contains(out, words) {
		t.Errorf("%s: the step %s refuses it without the words %q:\n%s", variant, check, words, out)
	}
	if strings.Contains(out, "panic: test timed out") {
		t.Errorf("%s: the step %s ran into go test's time limit; the tests are to say what hangs:\n%s", variant, check, out)
	}
}

// failureOf is what a starter's failing step always prints.
func failureOf(check string) string {
	if check == lessons.CheckRace {
		return "WARNING: DATA RACE"
	}
	return "--- FAIL"
}

// The tests themselves are free of races, also where they fail: under -race a
// starter of which no race is promised shows none.
func TestTestsAreRaceFree(t *testing.T) {
	if !haveRace() {
		t.Skip("-race needs a C compiler")
	}
	for _, e := range load(t).Exercises() {
		t.Run(e.Name, func(t *testing.T) {
			t.Parallel()
			w := newWorkshop(t)
			w.copyInto(t, "starter", e.Dir, e.Files)
			out, _ := w.step(t, "starter", lessons.CheckRace)
			for _, report := range strings.Split(out, "==================") {
				if !strings.Contains(report, "DATA RACE") {
					continue
				}
				for _, access := range accesses(report) {
					if strings.Contains(access, "_test.go") {
						t.Errorf("a race in the tests themselves:\n%s", report)
					}
				}
			}
		})
	}
}

// accesses returns the innermost places of a race report's accesses.
func accesses(report string) []string {
	var found []string
	lines := strings.Split(report, "\n")
	for i, line := range lines {
		kind := strings.TrimPrefix(line, "Previous ")
		if (strings.HasPrefix(strings.ToLower(kind), "read at") || strings.HasPrefix(strings.ToLower(kind), "write at")) && i+2 < len(lines) {
			found = append(found, fmt.Sprintf("%s %s", strings.TrimSpace(lines[i+1]), strings.TrimSpace(lines[i+2])))
		}
	}
	return found
}
