// Package tasks says which goroutines may run beside which: the programs,
// functions and pairs of calls whose interleavings are worth a search.
//
// It supposes and does not prove: what rests on a Driver is likely at most. The
// order of events inside a root is explore's business.
package tasks

import (
	"fmt"
	"go/token"
	"go/types"
	"reflect"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/buildssa"
	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
)

// Analyzer finds the roots of a package. Its result is a *Result.
var Analyzer = &analysis.Analyzer{
	Name:       "tasks",
	Doc:        "find the programs, functions and pairs of calls whose interleavings are worth a search",
	Requires:   []*analysis.Analyzer{buildssa.Analyzer, effects.Analyzer},
	Run:        run,
	ResultType: reflect.TypeFor[*Result](),
}

// A Result lists roots in a fixed order.
type Result struct {
	Programs  []*ssa.Function // main, tests
	Functions []*ssa.Function // functions that make a primitive and start goroutines
	Drivers   []*Driver
	Failure   string // what the search for them panicked with; "" if it did not
}

// A Driver is a set of calls that are supposed to run side by side.
type Driver struct {
	Calls []*ssa.Function
	// Same[i][j] numbers the object that parameter j of call i is; -1: one of its own.
	Same [][]int
	Make *ssa.Function // makes object 0, or nil
	// Before says that the first call comes before the others, which then run beside
	// the goroutines that it has started; if it does not return, or leaves none, it
	// runs beside them itself.
	Before bool
	Why    string // why the calls may run at once
	// Handlers: the calls are HTTP handlers, which net/http runs at once.
	Handlers bool
	// OneOfEach: there is one object of each struct type of the package, and every
	// pointer and container of the input leads to it.
	OneOfEach bool
	// OneOnly: of the type that the calls may lock twice there seems to be one object in truth.
	OneOnly bool
	// Own: the calls run beside goroutines that the object itself has started.
	Own bool
	// Sole: nobody else uses what object 0 has to synchronise with.
	Sole bool
	// Solo: there is one call, on an object that is new, or has been told of callbacks before.
	Solo bool
	// Field, of calls with OneOfEach: what they are searched for is a race about this field.
	Field *types.Var
	// Guard, with Field: the lock that one of them holds for it and the other does not.
	Guard *types.Var
	// Age are methods of the object of Make that change what its lock guards: it may have
	// been in use before the calls.
	Age []*ssa.Function
}

// maxDrivers bounds the drivers of one package; a package with more candidates
// than that is searched for the first ones.
const maxDrivers = 64

// run finds the roots. A defect of this pass must not end the run over the other
// packages: it leaves a result without roots, and says so.
func run(pass *analysis.Pass) (result any, err error) {
	in := pass.ResultOf[buildssa.Analyzer].(*buildssa.SSA)
	summaries := pass.ResultOf[effects.Analyzer].(*effects.Result)
	defer func() {
		if p := recover(); p != nil {
			result = &Result{Failure: fmt.Sprint(p)}
		}
	}()
	return find(in, summaries, sketches(pass.Fset, pass.Files)), nil
}

func find(in *buildssa.SSA, summaries *effects.Result, sketches map[token.Pos]bool) *Result {
	res := &Result{}
	finder := &finder{SSA: in, made: make(map[types.Type]*ssa.Function), graph: flow.NewGraph(nil), taken: make(map[*ssa.Function][]effects.Class),
		ways: make(map[*ssa.Function][]effects.Entrance), hidden: make(map[*ssa.Function]bool)}
	for _, fn := range in.SrcFuncs {
		if fn.Parent() == nil && isProgram(fn) {
			res.Programs = append(res.Programs, fn)
		}
	}
	res.Functions = slices.DeleteFunc(append(selfContained(in.SrcFuncs), finder.alone(summaries)...), func(fn *ssa.Function) bool {
		return summaries.WantsLock(fn) || isWithin(sketches, fn)
	})
	res.Drivers = slices.Concat(
		guardDrivers(finder, summaries), orderDrivers(finder, summaries), nestingDrivers(finder, summaries), rereadDrivers(finder, summaries),
		leaveDrivers(finder, summaries), handlerDrivers(finder), atomicDrivers(finder, summaries),
		graphDrivers(finder, summaries), returnDrivers(finder, summaries), closingDrivers(finder, summaries), ownDrivers(finder, summaries), selfDrivers(finder, summaries), panicDrivers(finder, summaries), keeperDrivers(finder, summaries), soloDrivers(finder, summaries), apartDrivers(finder, summaries))
	res.Drivers = slices.DeleteFunc(res.Drivers, func(d *Driver) bool {
		return len(d.Calls) > 1 && !d.Handlers && slices.ContainsFunc(d.Calls, effects.InTest)
	})
	res.Drivers = res.Drivers[:min(len(res.Drivers), maxDrivers)]
	return res
}

// add appends a driver unless the same calls are there already.
func add(drivers []*Driver, d *Driver) []*Driver {
	same := func(e *Driver) bool {
		return d.Before == e.Before && slices.Equal(d.Calls, e.Calls) && slices.EqualFunc(d.Same, e.Same, slices.Equal[[]int])
	}
	if slices.ContainsFunc(drivers, same) {
		return drivers
	}
	return append(drivers, d)
}
