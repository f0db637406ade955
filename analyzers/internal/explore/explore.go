// Package explore searches the interleavings of small closed programs for bad
// states: two conflicting accesses at once, a goroutine that can never move
// again, an operation that panics. The path to a bad state is its witness.
//
// It interprets SSA over an abstract heap (objects by allocation site, closures
// as values, call stacks, deferred calls, panics) and stops only at operations
// that other goroutines can notice. The search is explicit-state and breadth
// first (Godefroid, "Model Checking for Programming Languages using VeriSoft",
// POPL 1997, without its reductions); races are found without making memory
// accesses visible, see findRaces.
//
// The package finds; it words no report and knows no rule. One search of a root
// finds every kind of bad state at once; the rules' analyzers select from the
// Result what is theirs.
package explore

import (
	"cmp"
	"fmt"
	"go/token"
	"go/types"
	"os"
	"reflect"
	"slices"
	"strings"
	"time"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/buildssa"
	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/link"
	"interleave/analyzers/internal/tasks"
)

// Analyzer runs all searches of a package once. Its result is a *Result.
var Analyzer = &analysis.Analyzer{
	Name:       "explore",
	Doc:        "search the interleavings of a package's programs, functions and methods for bad states",
	Requires:   []*analysis.Analyzer{buildssa.Analyzer, effects.Analyzer, tasks.Analyzer, link.Analyzer},
	Run:        run,
	ResultType: reflect.TypeFor[*Result](),
}

// DebugFlag is the analyzer's flag that, set to "explore", makes it write its
// counters to standard error.
const DebugFlag = "debug"

func init() {
	Analyzer.Flags.String(DebugFlag, "", "`explore` writes what the searches cost and why they gave up")
}

// A Result holds what the searches of one package found, in a fixed order, and what they cost.
type Result struct {
	Outcomes []*Outcome
	Searches []Search
	// Failure is what a defect of the tool itself panicked with, here or in the passes
	// before; "" if none did.
	Failure string
	// Unlinked says why main and tests were searched without the code of the packages that they
	// import from their module; "" if they were not, or there are none.
	Unlinked string

	beside map[*ssa.Function]sharing
}

// Beside reports whether the search saw two goroutines of the program within the
// function of a place at once, and both at work on the object of which the place is
// a field: they were given the same object, or objects of which a field leads to it.
func (r *Result) Beside(fn *ssa.Function, place effects.Path) bool {
	if strings.Count(place.Base().Fields, ".") > 0 {
		return r.beside[origin(fn)] >= sharesField
	}
	return r.beside[origin(fn)] == sharesArgument
}

// Defects tells of the searches that failed themselves, one line each. They cost their root,
// and none is to be expected.
func (r *Result) Defects() (lines []string) {
	for _, s := range r.Searches {
		for reason := range s.GaveUp {
			if strings.HasPrefix(reason, internalError) {
				lines = append(lines, s.Root+": "+reason)
			}
		}
	}
	return lines
}

// sharing is what two calls of one function were seen to have in common.
type sharing uint8

const (
	_              sharing = iota
	sharesField            // what a field of an argument points to
	sharesArgument         // an argument, or they have none
)

// origin returns the generic function of which a function is an instance, or itself.
func origin(fn *ssa.Function) *ssa.Function {
	if o := fn.Origin(); o != nil {
		return o
	}
	return fn
}

// A Search tells what became of one root.
type Search struct {
	Root string
	// States is how many the last search of it came to, Instructions how many it executed for that.
	States, Instructions int
	Complete             bool
	Scaled               bool // searched in the small
	Walked               bool // single schedules only were followed
	// Found counts the bad states of the search, Refuted those of a scaled search that
	// do not exist in the program as it is.
	Found, Refuted int
	GaveUp         map[string]int // reasons to leave a path, with how often
}

func run(pass *analysis.Pass) (any, error) { return explorePackage(pass, (*explorer).searchAll) }

// explorePackage has the roots of a package searched in some way.
func explorePackage(pass *analysis.Pass, search func(*explorer, []*Root)) (result any, err error) {
	defer func() {
		if p := recover(); p != nil {
			result, err = &Result{Failure: fmt.Sprint(p)}, nil
		}
	}()
	in := pass.ResultOf[buildssa.Analyzer].(*buildssa.SSA)
	roots := pass.ResultOf[tasks.Analyzer].(*tasks.Result)
	summaries := pass.ResultOf[effects.Analyzer].(*effects.Result)
	e := &explorer{result: &Result{beside: make(map[*ssa.Function]sharing)}}
	if e.result.Failure = cmp.Or(summaries.Failure, roots.Failure); e.result.Failure != "" {
		return e.result, nil
	}
	started := time.Now()
	w := newWorld(pass, in, summaries)
	var linked *world
	if len(roots.Programs) > 0 {
		program, err := pass.ResultOf[link.Analyzer].(*link.Linker).Link()
		switch {
		case err != nil:
			e.result.Unlinked = err.Error()
		case program != nil:
			linked = linkedWorld(pass, program, summaries)
		}
	}
	search(e, rootsOf(roots, w, linked))
	if debug := pass.Analyzer.Flags.Lookup(DebugFlag); debug != nil && debug.Value.String() == "explore" {
		e.result.writeCounters(os.Stderr, in.Pkg.Pkg.Path(), time.Since(started))
	}
	return e.result, nil
}

// label names a function as its declaration does: "(*Counter).Inc".
func label(fn *ssa.Function) string {
	if recv := fn.Signature.Recv(); recv != nil {
		return "(" + types.TypeString(recv.Type(), func(*types.Package) string { return "" }) + ")." + fn.Name()
	}
	return fn.Name()
}

// driverCall names the call and its arguments: "c.Inc()", "transfer(a, b)".
func driverCall(fn *ssa.Function, same []int) Call {
	c := Call{Fn: fn}
	supposed := func(i int) bool {
		return (same[i] == 0 || same[i] == 1) && (fn.Signature.Recv() == nil || i > 0 || same[i] > 0)
	}
	first := 'a'
	for i, p := range fn.Params {
		if same[i] != 0 && same[i] != 1 && (p.Name() == "a" || p.Name() == "b") {
			first = 'x' // a and b are other things here
		}
	}
	for i, p := range fn.Params {
		name := p.Name()
		if supposed(i) {
			name = string(first + rune(same[i]))
		}
		c.Arguments = append(c.Arguments, name)
	}
	shown := slices.Clone(c.Arguments)
	prefix := ""
	if fn.Signature.Recv() != nil {
		prefix, shown = shown[0]+".", shown[1:]
	}
	c.Label = prefix + fn.Name() + "(" + strings.Join(shown, ", ") + ")"
	return c
}

// An explorer runs the searches of one package.
type explorer struct {
	states      int // spent so far
	spent       int // instructions spent so far
	replayed    int // instructions that replays have spent
	experiments int // states that experiments have gone through, see blame.go
	result      *Result
}

// A job is one root with one length for the collections in its input.
type job struct {
	root   *Root
	length int
	scale  *scaling
	whole  *job    // of a scaled or walked one: the same root, searched breadth first as it is
	walks  bool    // it follows single schedules to their end
	search *search // the last one made
	failed any     // what the search panicked with
	// inOrder: somebody releases what he does not hold, see eager
	inOrder bool
}

// preferReal drops what was found between calls that were only supposed where the
// same was found in a program: its story says how it comes to be.
func (r *Result) preferReal() {
	real := slices.DeleteFunc(slices.Clone(r.Outcomes), func(o *Outcome) bool { return o.Root.Kind == Driver })
	r.Outcomes = slices.DeleteFunc(r.Outcomes, func(o *Outcome) bool {
		return o.Root.Kind == Driver && slices.ContainsFunc(real, o.same)
	})
}

// conclude turns what a job found into outcomes.
func (e *explorer) conclude(j *job) {
	report := Search{Root: j.root.String(), Scaled: j.scale != nil, Walked: j.walks, GaveUp: make(map[string]int)}
	defer func() {
		if p := recover(); p != nil {
			report.GaveUp[fmt.Sprintf("%s: %v", internalError, p)]++
		}
		e.result.Searches = append(e.result.Searches, report)
	}()
	r := j.search
	switch {
	case j.failed != nil:
		report.GaveUp[fmt.Sprintf("%s: %v", internalError, j.failed)]++
		return
	case r == nil:
		report.GaveUp["the package's budget of states is used up"]++
		return
	}
	report.States, report.Instructions, report.Complete, report.GaveUp = len(r.nodes), r.spent, len(r.gaveUp) == 0, r.gaveUp
	found := r.outcomes(r.src)
	report.Found = len(found)
	if r.scale != nil && len(found) > 0 {
		found = e.replay(j, found)
		report.Refuted = report.Found - len(found)
	}
	if j.root.world.linked != nil {
		found = slices.DeleteFunc(found, func(o *Outcome) bool { return !o.translate(j.root.world.linked) })
	}
	e.result.Outcomes = append(e.result.Outcomes, found...)
}

// Reasons to give up a root, or the rest of one.
const (
	internalError = "internal error" // the search itself failed; what with, follows
	budgetUsedUp  = "the budget of states is used up"
	testEndsEarly = "the test ends early"
)

// replay looks in the unscaled program, searched with the larger budget, for what a
// scaled search found. What is found again rests on nothing supposed; what a
// complete search does not find was made by scaling and is dropped. These searches
// have a budget of their own beside the package's: without them nothing could be
// refuted. When it is used up, what is found in the small is dropped.
func (e *explorer) replay(j *job, found []*Outcome) []*Outcome {
	r := j.whole.search
	if r == nil || len(r.gaveUp) > 0 && len(r.nodes) < replayBudget.states {
		if e.replayed >= replayInstructions {
			return nil
		}
		r = e.newSearch(j.root, nil, j.length)
		r.limit = replayBudget.instructions
		r.explore(replayBudget.states)
		e.replayed += r.spent
	}
	again := r.outcomes(r.src)
	var kept []*Outcome
	for _, o := range found {
		i := slices.IndexFunc(again, func(p *Outcome) bool { return p.same(o) })
		switch {
		case i >= 0:
			o.Guessed = again[i].Guessed
			kept = append(kept, o)
		case len(r.gaveUp) > 0 && !o.counts() && !o.unsure:
			kept = append(kept, o)
		}
	}
	return kept
}

// counts reports whether an outcome rests on how often something happens, which
// scaling may have torn apart: Add(a*b) against two nested loops.
func (o *Outcome) counts() bool {
	switch o.Kind {
	case Stuck:
		return len(o.Blocked) == 1 && o.Blocked[0].For == WaitGroup
	case Crash:
		return o.Crash.Panic == "negative WaitGroup counter"
	}
	return false
}

// same reports whether two outcomes are the same bug at the same places.
func (o *Outcome) same(p *Outcome) bool {
	if o.Kind != p.Kind {
		return false
	}
	switch o.Kind {
	case Stuck:
		// A circle of two in the small is one of five in the large, and each may be told from another of its places.
		return (len(o.Blocked) > 1) == (len(p.Blocked) > 1) && o.waitsAt(p.Blocked[0].Instr) && p.waitsAt(o.Blocked[0].Instr)
	case Crash:
		return o.Crash.Instr == p.Crash.Instr && o.Crash.Panic == p.Crash.Panic
	}
	return o.Accesses[0].Instr == p.Accesses[0].Instr && o.Accesses[1].Instr == p.Accesses[1].Instr ||
		o.Accesses[0].Instr == p.Accesses[1].Instr && o.Accesses[1].Instr == p.Accesses[0].Instr
}

// waitsAt reports whether one of the goroutines that wait for each other does so at an instruction.
func (o *Outcome) waitsAt(instr ssa.Instruction) bool {
	return slices.ContainsFunc(o.Blocked, func(b Blocked) bool { return b.Instr == instr })
}

func (e *explorer) newSearch(root *Root, scale *scaling, length int) *search {
	r := &search{
		world: root.world, root: root, isTest: isTest(root), experiments: &e.experiments,
		inputLength: length, scale: scale, maxTasks: maxTasks, maxInstances: maxInstances, maxBuffered: maxBuffered, beside: e.result.beside,
		symbols: newSymbols(), tables: &tables{make(map[*ssa.Function]int), make(map[types.Type]int)},
		objectIDs: make(map[objectKey]objID, someObjects), taskIDs: make(map[taskKey]taskID), taskKeys: make(map[taskID]taskKey),
		accessSites: make(map[accessSite]int), globals: make(map[*ssa.Global]objID), channelsOf: make(map[*ssa.Function][]objID), permanent: make(map[objID]bool), initialisers: make(map[taskID]bool), startedVia: make(map[taskID]token.Pos),
		limit: maxInstructions, seen: make(map[string]int), raceOf: make(map[[2]accessSite]*race), gaveUp: make(map[string]int), received: make(map[any][]taskID), sent: make(map[any]bool), closed: make(map[any]bool), dones: make(map[any]bool), passes: make(map[ssa.Instruction]bool),
	}
	r.taskID(taskKey{-1, nil, 0}) // the root is task 0
	return r
}

// rootsOf lists the roots of a package, closed programs first: what they show
// rests on nothing supposed.
// w is the world of the package by itself; linked, if not nil, that in which programs are searched.
func rootsOf(found *tasks.Result, w, linked *world) []*Root {
	var list []*Root
	for _, fn := range found.Programs {
		in := w
		if linked != nil {
			if whole := linked.linked.Linked(fn); whole != nil && len(whole.Blocks) > 0 {
				fn, in = whole, linked
			}
		}
		list = append(list, &Root{Kind: Program, Calls: []Call{{Fn: fn, Label: fn.Name()}}, world: in, initialised: true, program: true})
	}
	for _, d := range found.Drivers {
		r := &Root{Kind: Driver, world: w, Same: d.Same, Make: d.Make, Before: d.Before, Why: d.Why, Handlers: d.Handlers, OneOfEach: d.OneOfEach, OneOnly: d.OneOnly, Own: d.Own, Sole: d.Sole, Solo: d.Solo, Age: d.Age, Field: d.Field, Guard: d.Guard}
		if d.Sole {
			r.Kind = Function
			r.Calls = []Call{{Fn: d.Calls[0], Label: label(d.Calls[0])}}
		} else {
			for i, fn := range d.Calls {
				r.Calls = append(r.Calls, driverCall(fn, d.Same[i]))
			}
		}
		list = append(list, r)
	}
	for _, fn := range found.Functions {
		list = append(list, &Root{Kind: Function, Calls: []Call{{Fn: fn, Label: label(fn)}}, world: w})
	}
	return list
}

func hasSlices(root *Root) bool {
	for _, c := range root.Calls {
		for _, p := range c.Fn.Params {
			if _, ok := p.Type().Underlying().(*types.Slice); ok {
				return true
			}
		}
	}
	return false
}

// String summarises a search for debugging.
func (s Search) String() string {
	return fmt.Sprintf("%s: %d states, complete %t, scaled %t, gave up %v", s.Root, s.States, s.Complete, s.Scaled, s.GaveUp)
}
