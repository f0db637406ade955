package tasks_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"
	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/tasks"
)

// find runs the pass over one package, test files included.
func find(t *testing.T, files map[string]string) *tasks.Result {
	t.Helper()
	dir := t.TempDir()
	files["go.mod"] = "module m\n\ngo 1.26\n"
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	cfg := &packages.Config{Mode: packages.LoadAllSyntax, Dir: dir, Tests: true, Env: append(os.Environ(), "GOWORK=off", "GOPROXY=off")}
	pkgs, err := packages.Load(cfg, ".")
	if err != nil {
		t.Fatal(err)
	}
	graph, err := checker.Analyze([]*analysis.Analyzer{tasks.Analyzer}, pkgs, nil)
	if err != nil {
		t.Fatal(err)
	}
	var best *checker.Action
	for _, act := range graph.Roots {
		if act.Err != nil {
			t.Fatal(act.Err)
		}
		if strings.HasSuffix(act.Package.ID, ".test") {
			continue
		}
		if best == nil || len(act.Package.GoFiles) > len(best.Package.GoFiles) {
			best = act
		}
	}
	return best.Result.(*tasks.Result)
}

func names(fns []*ssa.Function) string {
	var list []string
	for _, fn := range fns {
		list = append(list, fn.Name())
	}
	return strings.Join(list, " ")
}

func drivers(r *tasks.Result) (list []string) {
	for _, d := range r.Drivers {
		text := ""
		for i, fn := range d.Calls {
			if i > 0 {
				text += " || "
			}
			text += fn.Name()
		}
		if d.Make != nil {
			text += " of " + d.Make.Name()
		}
		list = append(list, text)
	}
	return list
}

func TestProgramsAreMainAndTests(t *testing.T) {
	r := find(t, map[string]string{
		// In a test file, go test would refuse those with another signature.
		"main.go": `package main

import "testing"

func main() {}

type T struct{}

func (T) main() {}

func TestWithResult(t *testing.T) int { return 0 }
func TestTwo(t *testing.T, n int) {}
func TestB(b *testing.B) {}
`,
		"main_test.go": `package main

import "testing"

func TestOne(t *testing.T) {}
func Test(t *testing.T) {}
func Test_low(t *testing.T) {}
func TestÄther(t *testing.T) {}
func Testing(t *testing.T) {}
func BenchmarkX(b *testing.B) {}
func (T) TestMethod(t *testing.T) {}
`,
	})
	if got, want := names(r.Programs), "main TestOne Test Test_low TestÄther"; got != want {
		t.Errorf("programs %q, want %q", got, want)
	}
}

func TestMainOfAnotherPackageIsNoProgram(t *testing.T) {
	r := find(t, map[string]string{"p.go": "package p\n\nfunc main() {}\n\nvar _ = main\n"})
	if len(r.Programs) != 0 {
		t.Errorf("programs %q", names(r.Programs))
	}
}

func TestFunctionsThatMakeAPrimitiveAndStartGoroutines(t *testing.T) {
	r := find(t, map[string]string{"p.go": `package p

import (
	"context"
	"sync"
	"time"
)

func Chan() { ch := make(chan int); go func() { ch <- 1 }() }
func Captured() { n := 0; go func() { n++ }() }
func Group() { var wg sync.WaitGroup; wg.Go(func() {}); wg.Wait() }
func Timer() { ch := make(chan int, 1); time.AfterFunc(1, func() { ch <- 1 }) }
func After(ctx context.Context) { n := 0; context.AfterFunc(ctx, func() { n++ }) }
func Nested() { run := func() { ch := make(chan int); go func() { ch <- 1 }() }; run() }
func NoGoroutine() { ch := make(chan int, 1); ch <- 1 }
func NoPrimitive() { go println("x") }
func Nothing() {}
`})
	if got, want := names(r.Functions), "Chan Captured Group Timer After Nested Nested$1 NoGoroutine"; got != want {
		t.Errorf("functions %q, want %q", got, want)
	}
}

func TestGuardDriversPairAWriteUnderTheLockWithAUseWithoutIt(t *testing.T) {
	r := find(t, map[string]string{"p.go": `package p

import "sync"

type T struct {
	mu sync.Mutex
	n  int
}

func NewT() *T { return &T{} }

func (t *T) Inc() { t.mu.Lock(); t.n++; t.mu.Unlock() }
func (t *T) Get() int { return t.peek() }
func (t *T) peek() int { return t.n }
func (t *T) Locked() int { t.mu.Lock(); defer t.mu.Unlock(); return t.n }

type Good struct {
	mu sync.Mutex
	n  int
}

func (g *Good) Inc() { g.mu.Lock(); g.n++; g.mu.Unlock() }
func (g *Good) Get() int { g.mu.Lock(); defer g.mu.Unlock(); return g.n }

type Plain struct{ n int }

func (p *Plain) Inc() { p.n++ }
func (p *Plain) Get() int { return p.n }
`})
	want := []string{"Inc || Get of NewT"}
	if got := drivers(r); !slices.Equal(got, want) {
		t.Fatalf("drivers %q, want %q", got, want)
	}
	d := r.Drivers[0]
	if d.Same[0][0] != 0 || d.Same[1][0] != 0 {
		t.Errorf("the receivers are not one object: %v", d.Same)
	}
	if !strings.Contains(d.Why, "T has the lock mu") {
		t.Errorf("why: %q", d.Why)
	}
}

func TestOrderDriversExchangeTwoParameters(t *testing.T) {
	r := find(t, map[string]string{"p.go": `package p

import "sync"

type A struct {
	mu  sync.Mutex
	sum int
}

func Transfer(from, to *A, n int) { from.mu.Lock(); to.mu.Lock(); to.mu.Unlock(); from.mu.Unlock() }
func (a *A) Merge(b *A) { a.mu.Lock(); b.add(); a.mu.Unlock() }
func (a *A) add() { a.mu.Lock(); a.sum++; a.mu.Unlock() }
func (a *A) OneByOne(b *A) { a.add(); b.add() }
func inner(a, b *A) { a.mu.Lock(); b.mu.Lock(); b.mu.Unlock(); a.mu.Unlock() }
func Fixed() { x, y := &A{}, &A{}; inner(x, y) }
`})
	var got []string
	for _, d := range r.Drivers {
		if d.Calls[0] == d.Calls[1] {
			got = append(got, d.Calls[0].Name())
			if slices.Equal(d.Same[0], d.Same[1]) {
				t.Errorf("%s: the arguments are not exchanged: %v", d.Calls[0].Name(), d.Same)
			}
		}
	}
	slices.Sort(got)
	if want := []string{"Merge", "Transfer"}; !slices.Equal(got, want) {
		t.Errorf("functions beside themselves: %q, want %q", got, want)
	}
}

func TestRootsStandInAFixedOrder(t *testing.T) {
	source := map[string]string{"p.go": `package p

import "sync"

type T struct {
	mu   sync.Mutex
	a, b int
	c    map[string]int
}

func (t *T) Set() { t.mu.Lock(); t.a, t.b = 1, 2; t.c["x"] = 1; t.mu.Unlock() }
func (t *T) A() int { return t.a }
func (t *T) B() int { return t.b }
func (t *T) C() int { return t.c["x"] }
func Z() { ch := make(chan int); go func() { ch <- 1 }() }
func Y() { ch := make(chan int); go func() { ch <- 1 }() }
`}
	first := find(t, source)
	for range 3 {
		again := find(t, source)
		if names(first.Functions) != names(again.Functions) || !slices.Equal(drivers(first), drivers(again)) {
			t.Fatalf("%q and %q", drivers(first), drivers(again))
		}
	}
	if len(first.Drivers) != 3 {
		t.Errorf("drivers %q", drivers(first))
	}
}
