package exercise

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"interleave/lessons"
	"interleave/server/internal/gocmd"
	"interleave/server/internal/session"
)

// newChecker returns a checker, and an exercise of a new copy that its reference solution solves. Its tests are
// short and look for nothing but answers; whatever else is wrong is for the pipeline to see.
func newChecker(t *testing.T) (*Checker, *Copy, lessons.Exercise) {
	t.Helper()
	if testing.Short() {
		t.Skip("runs the go command")
	}
	tools, err := gocmd.Find(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	s, err := session.New(session.Options{Tools: tools, NoWork: func(string) bool { return true }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	c := newCopy(t)
	e, ok := c.Course.Exercise("guests-of-the-map")
	if !ok {
		t.Fatal("the course has no such exercise any more")
	}
	from, files, err := lessons.Solution(lessons.FS(), e)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		text, err := fs.ReadFile(lessons.FS(), path.Join(from, name))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(c.Dir(e), name), text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return &Checker{Tools: tools, Session: s}, c, e
}

// addFile adds a file of the learner's own to an exercise.
func addFile(t *testing.T, c *Copy, e lessons.Exercise, name, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(c.Dir(e), name), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// stepNamed returns a step of a check.
func stepNamed(t *testing.T, check Check, name string) Step {
	t.Helper()
	for _, step := range check.Steps {
		if step.Name == name {
			return step
		}
	}
	t.Fatalf("no step %s among %+v", name, check.Steps)
	return Step{}
}

func TestASolutionPassesEveryStep(t *testing.T) {
	k, c, e := newChecker(t)
	check, err := k.Check(t.Context(), c, e)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, step := range check.Steps {
		names = append(names, step.Name)
		if step.State != StepPassed && !(step.Name == lessons.CheckRace && k.Tools.NoRace() != "") {
			t.Errorf("%s: %s: %s", step.Name, step.State, step.Detail)
		}
	}
	if got := strings.Join(names, " "); got != "compile rules tests race left" || !check.Passed {
		t.Errorf("steps %s, passed: %v", got, check.Passed)
	}
	if p, err := c.Progress(); err != nil || !p.Exercises[e.Name].Solved {
		t.Errorf("the progress does not know of it: %+v, %v", p, err)
	}
}

// Two goroutines lock in opposite order. The exercise's tests do not look for that: they hang, and the dump
// is drawn.
func TestAHangIsDrawn(t *testing.T) {
	k, c, e := newChecker(t)
	k.Patience = 3 * time.Second
	addFile(t, c, e, "doors.go", `package chat

import "sync"

type door struct{ mu sync.Mutex }

func init() { meet(new(door), new(door)) }

func meet(left, right *door) {
	var both, ended sync.WaitGroup
	both.Add(2)
	ended.Go(func() { pass(left, right, &both) })
	ended.Go(func() { pass(right, left, &both) })
	waiting = &ended
}

var waiting *sync.WaitGroup

func pass(first, second *door, both *sync.WaitGroup) {
	first.mu.Lock()
	defer first.mu.Unlock()
	both.Done()
	both.Wait()
	second.mu.Lock()
	second.mu.Unlock()
}
`)
	text, err := os.ReadFile(c.Main(e))
	if err != nil {
		t.Fatal(err)
	}
	addFile(t, c, e, filepath.Base(c.Main(e)), strings.Replace(string(text), "var b strings.Builder", "waiting.Wait()\n\tvar b strings.Builder", 1))
	check, err := k.Check(t.Context(), c, e)
	if err != nil {
		t.Fatal(err)
	}
	step := stepNamed(t, check, lessons.CheckTests)
	if step.State != StepFailed || step.Witness == nil {
		t.Fatalf("%+v", step)
	}
	for _, want := range []string{
		"the tests did not end within 3s. Where everybody stood:",
		"goroutine 2: pass",
		"second.mu.Lock()  waits ",
		"nobody can move: goroutine",
		"goroutine 1 holds first.mu and waits for second.mu, which goroutine 2 holds as first.mu",
		"waits for goroutines that have not called Done",
	} {
		if !strings.Contains(step.Detail, want) {
			t.Errorf("%q is not said in\n%s", want, step.Detail)
		}
	}
	if lanes := len(step.Witness.Goroutines); lanes != 3 { // two at the doors, the test's in Welcome
		t.Errorf("%d lanes in\n%s", lanes, step.Detail)
	}
	if left := stepNamed(t, check, lessons.CheckLeft); left.State != StepSkipped {
		t.Errorf("goroutines were counted after tests that hang: %+v", left)
	}
}

func TestWhatTheTestsDoNotSee(t *testing.T) {
	for _, c := range []struct {
		name, code string
		step       string
		want       []string
	}{
		{"a goroutine left behind", "func init() { go forget(make(chan int)) }\n\nfunc forget(c chan int) {\n\tc <- 1\n}\n",
			lessons.CheckLeft, []string{"the tests are over, and these goroutines are still there", "[chan send] at more.go:6, started at more.go:3"}},
		{"an exit", "import \"os\"\n\nfunc init() { os.Exit(0) }\n",
			lessons.CheckTests, []string{"the program ended before its tests did: TestEverybodyIsGreeted", "os.Exit"}},
		{"an exit that looks like success", "import (\n\t\"fmt\"\n\t\"os\"\n)\n\nfunc init() {\n\tfmt.Println(\"PASS\")\n\tfmt.Println(\"ok  \\tinterleave-course\\t0.001s\")\n\tos.Exit(0)\n}\n",
			lessons.CheckTests, []string{"the program ended before its tests did"}},
		{"output without end", "import \"fmt\"\n\nfunc init() {\n\tfor range 1 << 20 {\n\t\tfmt.Println(\"0123456789012345678901234567890123456789012345678901234567890123456789\")\n\t}\n}\n",
			lessons.CheckTests, []string{"the tests print so much"}},
		{"a panic", "func init() { panic(\"no room\") }\n", lessons.CheckTests, []string{"panic: no room"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			k, copied, e := newChecker(t)
			addFile(t, copied, e, "more.go", "package chat\n\n"+c.code)
			check, err := k.Check(t.Context(), copied, e)
			if err != nil {
				t.Fatal(err)
			}
			step := stepNamed(t, check, c.step)
			if step.State != StepFailed || check.Passed {
				t.Errorf("%+v, passed: %v", step, check.Passed)
			}
			for _, want := range c.want {
				if !strings.Contains(step.Detail, want) {
					t.Errorf("%q is not said in\n%s", want, step.Detail)
				}
			}
			if len(step.Detail) > 2*outputShown {
				t.Errorf("%d bytes are shown", len(step.Detail))
			}
		})
	}
}

func TestACheckThatIsCancelledEnds(t *testing.T) {
	k, c, e := newChecker(t)
	addFile(t, c, e, "more.go", "package chat\n\nfunc init() { select {} }\n")
	ctx, cancel := context.WithCancel(t.Context())
	k.Step = func(name string) {
		if name == lessons.CheckTests {
			cancel()
		}
	}
	if _, err := k.Check(ctx, c, e); !errors.Is(err, context.Canceled) {
		t.Errorf("the check says %v", err)
	}
}

func TestWarmingNamesItsParts(t *testing.T) {
	k, c, _ := newChecker(t)
	var parts []string
	if err := k.Warm(t.Context(), c, func(part string) { parts = append(parts, part) }); err != nil {
		t.Fatal(err)
	}
	want := []string{"the standard library", "the standard library with the race detector"}
	if k.Tools.NoRace() != "" {
		want = want[:1]
	}
	if !slices.Equal(parts, want) {
		t.Errorf("parts %q, want %q", parts, want)
	}
}
