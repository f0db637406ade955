package explore_test

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"interleave/analyzers/internal/explore"
	"interleave/analyzers/internal/race"
	"interleave/analyzers/witness"
)

// programs is the number of random programs; INTERLEAVE_SEEDS=first,count looks
// at others.
const programs = plainPrograms + 500

// Random small programs have a deadlock, a panic or a race for the search
// exactly when they have one for a naive reference.
func TestSearchAgreesWithANaiveReference(t *testing.T) {
	if testing.Short() {
		t.Skip("-short")
	}
	first, count := seeds(t)
	dir := t.TempDir()
	write(t, filepath.Join(dir, "go.mod"), "module random\n\ngo 1.26\n")
	minis := make(map[string]*mini)
	for seed := first; seed < first+count; seed++ {
		m := generate(seed)
		name := fmt.Sprintf("p%d", seed)
		write(t, filepath.Join(dir, name, "main.go"), m.source())
		minis[name] = m
	}
	var tally struct{ complete, incomplete, deadlocks, crashes, races, clean, skipped int }
	pkgs := load(t, dir)
	results := analyze(t, explore.Analyzer, pkgs)
	walked := analyze(t, explore.WalkAnalyzer, pkgs)
	for seed := first; seed < first+count; seed++ {
		name := fmt.Sprintf("p%d", seed)
		want := minis[name].judge()
		if want.tooBig {
			tally.skipped++
			continue
		}
		got, complete := foundIn(results["random/"+name])
		if complete {
			tally.complete++
		} else {
			tally.incomplete++
		}
		switch {
		case want.crash:
			tally.crashes++
		case want.deadlock:
			tally.deadlocks++
		case len(want.races) == 0:
			tally.clean++
		}
		if len(want.races) > 0 {
			tally.races++
		}
		differs := compare(got, want, complete)
		// Walks may miss things, and show nothing that cannot happen.
		if got, _ := foundIn(walked["random/"+name]); differs == "" {
			differs = compare(got, want, false)
		}
		if differs != "" {
			t.Errorf("seed %d: %s\n%s", seed, differs, numbered(minis[name].source()))
		}
	}
	t.Logf("%+v", tally)
	if tally.incomplete > tally.complete/4 {
		t.Errorf("%d searches did not come to their end, %d did", tally.incomplete, tally.complete)
	}
}

// compare returns what the search got wrong. A search that did not come to its
// end may miss things, but what it found must be there.
func compare(got, want verdict, complete bool) string {
	var list []string
	// Where a race decides how a program goes on there are two truths. The search lets a task
	// that comes to a variable use it at once, and may miss what follows when somebody else is
	// first; the reference finds races only where two uses can be neighbours, and misses those
	// between a write and what is done only because of it.
	mayMiss := !complete || want.racyDecision
	if got.crash != want.crash && (got.crash || !mayMiss) {
		list = append(list, fmt.Sprintf("panic: got %t, want %t", got.crash, want.crash))
	}
	// A goroutine that waits until another one panics is not stuck for ever in the
	// reference's sense.
	if got.deadlock != want.deadlock && (got.deadlock || !mayMiss) && !(want.crash && got.deadlock) {
		list = append(list, fmt.Sprintf("deadlock: got %t, want %t", got.deadlock, want.deadlock))
	}
	for pair, steps := range got.races {
		shortest, ok := want.races[pair]
		switch {
		case !ok && want.racyDecision:
		case !ok:
			list = append(list, fmt.Sprintf("a race of lines %v that is none", pair))
		case !mayMiss && steps > shortest:
			list = append(list, fmt.Sprintf("%d steps to the race of lines %v, want %d", steps, pair, shortest))
		}
	}
	if !mayMiss && got.crash && want.crash && got.toCrash > want.toCrash {
		list = append(list, fmt.Sprintf("%d steps to the panic, want %d", got.toCrash, want.toCrash))
	}
	if !mayMiss && got.deadlock && want.deadlock && got.toDeadlock > want.toDeadlock {
		list = append(list, fmt.Sprintf("%d steps to the deadlock, want %d", got.toDeadlock, want.toDeadlock))
	}
	if complete && len(got.races) == 0 && len(want.races) > 0 {
		list = append(list, fmt.Sprintf("no race, want %v", want.races))
	}
	return strings.Join(list, "; ")
}

// A searched is the result for one package.
type searched struct {
	result *explore.Result
	pass   *checker.Action
}

func foundIn(s searched) (v verdict, complete bool) {
	v.races = make(map[[2]int]int)
	complete = true
	for _, search := range s.result.Searches {
		if search.Root == "main" {
			complete = search.Complete
		}
	}
	line := func(a explore.Access) int { return s.pass.Package.Fset.Position(a.Pos).Line }
	for _, o := range s.result.Outcomes {
		if o.Root.Kind != explore.Program {
			continue
		}
		switch o.Kind {
		case explore.Race:
			a, b := line(o.Accesses[0]), line(o.Accesses[1])
			v.noteRace([2]int{min(a, b), max(a, b)}, length(o.Witness))
		case explore.Stuck:
			v.noteDeadlock(length(o.Witness))
		case explore.Crash:
			v.noteCrash(length(o.Witness))
		}
	}
	return v, complete
}

// length counts the steps of a witness as the reference does: a send and its receive are
// one; what somebody waits for, the accesses of the race itself and main's first lines are none.
func length(w *witness.Witness) (n int) {
	last := 0
	for _, s := range w.Steps {
		if s.Note == "" && s.Blocked == "" && s.Moment != last && !strings.Contains(s.Action, ".Add(") {
			n++
			last = s.Moment
		}
	}
	return n
}

// search runs the searches over the packages of a module, by package ID.
func search(t *testing.T, dir string, patterns ...string) map[string]searched {
	t.Helper()
	return analyze(t, explore.Analyzer, load(t, dir, patterns...))
}

func load(t *testing.T, dir string, patterns ...string) []*packages.Package {
	t.Helper()
	if len(patterns) == 0 {
		patterns = []string{"./..."}
	}
	cfg := &packages.Config{Mode: packages.LoadAllSyntax, Dir: dir, Tests: true, Env: append(os.Environ(), "GOWORK=off", "GOFLAGS=-mod=mod")}
	pkgs, err := packages.Load(cfg, patterns...)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range pkgs {
		for _, e := range p.Errors {
			t.Fatalf("%s: %v", p.ID, e)
		}
	}
	// The standard library gives no facts, as under go vet: what is not imported is
	// not analysed.
	packages.Visit(pkgs, nil, func(p *packages.Package) {
		maps.DeleteFunc(p.Imports, func(_ string, dep *packages.Package) bool { return dep.Module == nil })
	})
	return pkgs
}

func analyze(t *testing.T, a *analysis.Analyzer, pkgs []*packages.Package) map[string]searched {
	t.Helper()
	graph, err := checker.Analyze([]*analysis.Analyzer{a}, pkgs, nil)
	if err != nil {
		t.Fatal(err)
	}
	results := make(map[string]searched)
	for _, act := range graph.Roots {
		if act.Err != nil {
			t.Fatalf("%v: %v", act, act.Err)
		}
		results[act.Package.ID] = searched{act.Result.(*explore.Result), act}
	}
	return results
}

func seeds(t *testing.T) (first, count uint64) {
	text := os.Getenv("INTERLEAVE_SEEDS")
	if text == "" && race.Enabled {
		// Half of them have no extra.
		return plainPrograms - programs/8, programs / 4 // the search runs in one goroutine; all are looked at without -race
	}
	if text == "" {
		return 0, programs
	}
	a, b, _ := strings.Cut(text, ",")
	first, err := strconv.ParseUint(a, 10, 64)
	if err != nil {
		t.Fatalf("INTERLEAVE_SEEDS=%s: want first,count", text)
	}
	if count, err = strconv.ParseUint(b, 10, 64); err != nil {
		t.Fatalf("INTERLEAVE_SEEDS=%s: want first,count", text)
	}
	return first, count
}

func numbered(source string) string {
	var b strings.Builder
	for i, line := range strings.Split(strings.TrimSuffix(source, "\n"), "\n") {
		fmt.Fprintf(&b, "%3d %s\n", i+1, line)
	}
	return b.String()
}

func write(t *testing.T, file, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
