package lessons_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
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
	ctx, cancel := context.WithTimeout(t.Context(), 8*time.Minute)
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

// TestExercises runs each starter and each solution, plainly and under the race
// detector: the starter fails in the steps that exercise.toml names, and the
// solution in none. The whole proof, with the rules and the wrong fixes, is
// "interleave course check"; this is the part of it that every change runs.
func TestExercises(t *testing.T) {
	for _, l := range load(t).Lessons {
		if len(l.Exercises) == 0 {
			continue
		}
		t.Run(l.Dir, func(t *testing.T) {
			w := newWorkshop(t)
			for _, e := range l.Exercises {
				solution, solved, err := lessons.Solution(lessons.FS(), e)
				if err != nil {
					t.Fatal(err)
				}
				w.copyInto(t, e.Name+"/starter", e.Dir, e.Files)
				w.copyInto(t, e.Name+"/solution", e.Dir, e.Files)
				w.copyInto(t, e.Name+"/solution", solution, solved)
			}
			plain := w.test(t)
			raced := make(map[string]result)
			if haveRace() {
				raced = w.test(t, "-race")
			}
			for _, e := range l.Exercises {
				t.Run(e.Name, func(t *testing.T) {
					starter, solution := plain[e.Name+"/starter"], plain[e.Name+"/solution"]
					if want := !slices.Contains(e.Checks, lessons.CheckTests) && !slices.Contains(e.Checks, lessons.CheckConcurrent); starter.passed != want {
						t.Errorf("the starter passes its tests: %v, want %v\n%s", starter.passed, want, starter.output)
					}
					if strings.Contains(starter.output, "panic: test timed out") {
						t.Errorf("the starter runs into go test's time limit; the tests are to say what hangs\n%s", starter.output)
					}
					if !solution.passed {
						t.Errorf("the solution fails:\n%s", solution.output)
					}
					if !haveRace() {
						return
					}
					starter, solution = raced[e.Name+"/starter"], raced[e.Name+"/solution"]
					race := strings.Contains(starter.output, "WARNING: DATA RACE")
					if want := slices.Contains(e.Checks, lessons.CheckRace); race != want {
						t.Errorf("the starter has a data race: %v, want %v\n%s", race, want, starter.output)
					}
					if !solution.passed {
						t.Errorf("the solution fails under -race:\n%s", solution.output)
					}
				})
			}
		})
	}
}

// A result is what go test said about one package.
type result struct {
	passed bool
	output string
}

// test runs the tests of all packages of the workshop with one go command.
func (w workshop) test(t *testing.T, flags ...string) map[string]result {
	t.Helper()
	args := append([]string{"test", "-json", "-count=1", "-vet=off", "-timeout=60s"}, flags...)
	output, _ := w.run(t, append(args, "./...")...)
	results := make(map[string]result)
	for line := range strings.Lines(output) {
		var event struct{ Action, Package, ImportPath, Test, Output string }
		if json.Unmarshal([]byte(line), &event) != nil {
			t.Fatalf("go test -json says %q", line)
		}
		name := event.Package
		if name == "" {
			name, _, _ = strings.Cut(event.ImportPath, " ") // of a build that fails
		}
		_, name, _ = strings.Cut(name, "/")
		r := results[name]
		r.output += event.Output
		if event.Test == "" && event.Action == "pass" {
			r.passed = true
		}
		results[name] = r
	}
	return results
}
