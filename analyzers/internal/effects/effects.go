// Package effects summarises what each function does to shared state and locks:
// which fields it touches while holding what, and which locks it takes while
// holding others. Summaries reach across functions by substitution of arguments
// for parameters and across packages as facts.
//
// It looks at one function at a time and never at a schedule: it finds what is
// worth a search, and explore decides. It says nothing about values.
//
// The lock state is a forward dataflow over a small set of disjuncts, so that a
// lock taken under a condition is neither surely held nor surely not held (after
// Blackshear et al., "RacerD: Compositional Static Race Detection", OOPSLA 2018,
// which merges them). The standard library gives no facts; syncmodel speaks for it.
package effects

import (
	"fmt"
	"go/token"
	"go/types"
	"reflect"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/buildssa"
	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
)

// Analyzer summarises the functions of a package. Its result is a *Result.
var Analyzer = &analysis.Analyzer{
	Name:       "effects",
	Doc:        "summarise what functions do to shared state and locks",
	Requires:   []*analysis.Analyzer{buildssa.Analyzer},
	Run:        run,
	ResultType: reflect.TypeFor[*Result](),
	FactTypes:  []analysis.Fact{new(LockFact), new(GuardFact)},
}

// A Result holds the summaries of a package's functions.
type Result struct {
	Functions map[*ssa.Function]*Function
	Order     []*ssa.Function // the keys of Functions, in source order
	Guards    []Guard         // inferred guards of fields, in source order
	Nestings  []Nesting       // the lock graph, in the order of Order
	Failure   string          // what the analysis of the package panicked with; "" if it did not

	lockStates func(*ssa.Function, func(ssa.Instruction, []Held)) // for VisitHeld
	docs       map[types.Object]string                            // what the functions' comments say
	pkg        *types.Package
	importFact func(types.Object, analysis.Fact) bool
}

// A Function is the summary of one function.
type Function struct {
	Accesses []Access     // its own, callees' excluded
	Parts    []Access     // the same as accesses to the fields, structs themselves, around what they touch
	Atomics  []Access     // its own with the functions of sync/atomic
	Globals  []Access     // its own to package variables
	Found    []Access     // its own to fields of objects that it was handed by a map, slice or call; Path has the field only
	Channels []ChannelUse // its own sends and closes
	Starts   []Start      // its own goroutines
	Acquires []Acquire    // its own, and its callees' in its own terms
	Net      []Held       // locks that it returns with and did not hold before
	Leaves   []Leaving    // locks that it returns with on some ways only
	Drops    []Path       // locks that it releases without having taken them
	// Exposed holds the locks that no deferred call releases and that are held where it
	// calls a function which is not known: if that panics, they stay locked.
	Exposed []Held
	// Lends holds, for each parameter that it calls, the locks held at every such call.
	Lends map[int][]Held

	// Task says that the function is started as a goroutine.
	Task bool
	// Starters are the functions of the package that start it so.
	Starters []*ssa.Function
	// Lent says that it is a literal which the function around it lends to another one,
	// to be called under the locks in Entry.
	Lent bool
	// Callers are the functions of the package that call it directly.
	Callers []*ssa.Function
	// Once says that the package gives it to sync.Once: it fills in the object before who has
	// waited for that uses it.
	Once bool
	// Unknown says that it is called in ways that the summary does not see, so
	// that nothing is known about the locks held at its entry.
	Unknown bool
	// Entry holds the locks that every caller holds, in the function's own terms.
	Entry []Held
	// Under holds the declarations of the locks that every caller holds, also those that
	// the function has no words for.
	Under []Class
}

// An Access is a read or write of a field.
type Access struct {
	Instr ssa.Instruction
	Pos   token.Pos
	Path  Path
	// Part is what it touches of the field, in Function.Parts: ".files.count"; else "".
	Part  string
	Write bool
	Must  []Held // held on every way to here, entry locks included
	May   []Held // held on some way
}

// Overlaps reports whether two accesses to one field touch the same part of it.
func (a Access) Overlaps(b Access) bool {
	return strings.HasPrefix(a.Part+".", b.Part+".") || strings.HasPrefix(b.Part+".", a.Part+".")
}

// A Start is a call that starts goroutines: what Spawned tells of it.
type Start struct {
	Call ssa.CallInstruction
	May  []Held // held there on some way
}

// An Acquire is a lock taken while others are held.
type Acquire struct {
	Lock Held
	Held []Held // may be held
	Pos  token.Pos
}

// A Held is a lock and how it is held.
type Held struct {
	Path Path
	Read bool
}

// A Leaving is a lock that a function returns with on some ways.
type Leaving struct {
	Held
	Failing bool // one of these ways returns false, nil or an error: it has failed
	// At is a return at which it is held whichever way was taken, and which says that the
	// function has failed, or that has nothing to say; nil if there is none.
	At *ssa.Return
}

// run summarises a package. A defect of this pass must not end the run over the
// other packages: it leaves a result without summaries, and says so.
func run(pass *analysis.Pass) (result any, err error) {
	empty := &Result{Functions: make(map[*ssa.Function]*Function), pkg: pass.Pkg, importFact: pass.ImportObjectFact}
	defer func() {
		if p := recover(); p != nil {
			empty.Failure = fmt.Sprint(p)
			result = empty
		}
	}()
	return summarise(pass), nil
}

func summarise(pass *analysis.Pass) *Result {
	in := pass.ResultOf[buildssa.Analyzer].(*buildssa.SSA)
	s := &summariser{pass: pass, ssaPackage: in.Pkg, ofSummaries: make(map[*Function]*LockFact), imported: make(map[*types.Func]*LockFact), result: &Result{docs: docsOf(pass),
		Functions: make(map[*ssa.Function]*Function), pkg: pass.Pkg, importFact: pass.ImportObjectFact,
	}}
	for _, fn := range sourceFunctions(in) {
		s.result.Functions[fn] = &Function{Unknown: fn.Parent() != nil}
		s.result.Order = append(s.result.Order, fn)
	}
	s.findStarted()
	s.findCallers()
	// Net effects and acquisitions flow from callees to callers: repeat until they
	// settle. The bound only matters for recursion.
	for range maxRounds {
		s.changed = false
		for _, fn := range s.result.Order {
			s.summarise(fn)
		}
		if !s.changed {
			break
		}
	}
	s.propagateEntry()
	s.findNestings()
	s.inferGuards()
	s.exportFacts()
	s.result.lockStates = s.visitHeld
	return s.result
}

const maxRounds = 5

// sourceFunctions lists the package's functions, with the function literals of
// package-level initialisers, which buildssa leaves out.
func sourceFunctions(in *buildssa.SSA) []*ssa.Function {
	list := append([]*ssa.Function(nil), in.SrcFuncs...)
	seen := make(map[*ssa.Function]bool)
	for _, fn := range list {
		seen[fn] = true
	}
	var add func(fn *ssa.Function)
	add = func(fn *ssa.Function) {
		if !seen[fn] {
			seen[fn] = true
			list = append(list, fn)
		}
		for _, anon := range fn.AnonFuncs {
			add(anon)
		}
	}
	if init := in.Pkg.Func("init"); init != nil {
		for _, anon := range init.AnonFuncs {
			add(anon)
		}
	}
	return list
}

// A summariser works on one package.
type summariser struct {
	pass       *analysis.Pass
	ssaPackage *ssa.Package
	result     *Result
	changed    bool
	started    map[*ssa.Function][]*ssa.Function // functions that run as goroutines, with those that start them

	// What factOf has answered. A summary is never changed in what its fact is made of: a function
	// of which more is learnt gets a new one.
	ofSummaries map[*Function]*LockFact
	imported    map[*types.Func]*LockFact
}

// findStarted finds the functions that run as goroutines of their own.
func (s *summariser) findStarted() {
	s.started = make(map[*ssa.Function][]*ssa.Function)
	for _, fn := range s.result.Order {
		for instr := range flow.Instructions(fn) {
			call, ok := instr.(ssa.CallInstruction)
			if !ok {
				continue
			}
			for _, spawned := range Spawned(call) {
				s.started[spawned] = append(s.started[spawned], fn)
			}
		}
	}
}

// findCallers fills in who calls and who starts each function.
func (s *summariser) findCallers() {
	for fn, starters := range s.started {
		if f := s.result.Functions[fn]; f != nil {
			f.Task, f.Starters = true, starters
		}
	}
	for _, caller := range s.result.Order {
		for instr := range flow.Instructions(caller) {
			call, isCall := instr.(ssa.CallInstruction)
			if isCall {
				if f := s.result.Functions[staticCallee(call.Common())]; f != nil {
					switch instr.(type) {
					case *ssa.Call:
						f.Callers = append(f.Callers, caller)
						if caller.Parent() != nil && s.started[caller] == nil {
							f.Unknown = true // a literal that runs under who knows which lock
						}
					case *ssa.Defer:
						f.Unknown = true
					}
				}
			}
			if once, ok := instr.(*ssa.Call); ok && syncmodel.OfCall(once.Common()) == syncmodel.OnceDo {
				if f := s.result.Functions[FunctionOf(once.Call.Args[1])]; f != nil {
					f.Once = true
				}
			}
			for i, op := range instr.Operands(nil) {
				fn, ok := (*op).(*ssa.Function)
				if !ok || isCall && i == 0 && call.Common().Value == *op {
					continue
				}
				if closure, ok := instr.(*ssa.MakeClosure); ok {
					fn = Closed(closure)
				}
				if f := s.result.Functions[fn]; f != nil && fn.Parent() == nil {
					f.Unknown = true // its value is taken
				}
			}
		}
	}
}

// markUnknown notes that the methods of a name are called through an interface.
func (s *summariser) markUnknown(method string) {
	for fn, f := range s.result.Functions {
		if fn.Signature.Recv() != nil && fn.Name() == method {
			f.Unknown = true
		}
	}
}

// Exported reports whether code outside the package can call a function by its name.
func Exported(fn *ssa.Function) bool {
	obj := fn.Object()
	return obj != nil && obj.Exported()
}

// calledFromOutside reports whether other code than the package's may call a function:
// importers, or the runtime.
func calledFromOutside(fn *ssa.Function) bool {
	return Exported(fn) || fn.Name() == "main" && fn.Signature.Recv() == nil
}

// staticCallee returns the function that a call names; of a generic function, the
// one that was written, and of a method expression, (*T).m(t), the method.
func staticCallee(c *ssa.CallCommon) *ssa.Function {
	fn := c.StaticCallee()
	if fn == nil {
		return nil
	}
	if method, ok := fn.Object().(*types.Func); ok && strings.HasPrefix(fn.Synthetic, "thunk ") {
		// A promoted method would take another receiver than the thunk does.
		if named := fn.Prog.FuncValue(method); named != nil && len(named.Params) == len(fn.Params) && types.Identical(named.Params[0].Type(), fn.Params[0].Type()) {
			fn = named
		}
	}
	if fn.Origin() != nil {
		return fn.Origin()
	}
	return fn
}

// An Entrance is a way for somebody outside the package to get at code in it.
type Entrance struct {
	Fn *ssa.Function // to be called
	// Starts says that the code does not run in the call itself, but in a goroutine
	// that it starts.
	Starts bool
}

// Entrances lists the functions from which control reaches fn and which somebody
// outside the package may call: fn itself, if it is one. Of functions that only
// run as goroutines, those that start them are listed.
func (r *Result) Entrances(fn *ssa.Function) []Entrance {
	seen := make(map[Entrance]bool)
	var list []Entrance
	work := []Entrance{{Fn: fn}}
	for len(work) > 0 && len(seen) < 32 {
		e := work[0]
		work = work[1:]
		if seen[e] {
			continue
		}
		seen[e] = true
		f := r.Functions[e.Fn]
		if f == nil {
			continue
		}
		switch {
		case calledFromOutside(e.Fn), len(f.Starters)+len(f.Callers) == 0 && e.Fn.Parent() == nil:
			list = append(list, e)
		case len(f.Starters) == 0 && e.Fn.Parent() != nil:
			work = append(work, Entrance{e.Fn.Parent(), e.Starts})
		default:
			for _, starter := range f.Starters {
				work = append(work, Entrance{starter, true})
			}
			for _, caller := range f.Callers {
				work = append(work, Entrance{caller, e.Starts})
			}
		}
	}
	return list
}

// GivesBack reports whether a function releases a lock that it did not take.
func (r *Result) GivesBack(fn *ssa.Function) bool {
	f := r.Functions[fn]
	return f != nil && len(f.Drops) > 0
}

// WantsLock reports whether a function is made to be called with a lock held: it releases
// one that it did not take, all its callers hold one, or its name or comment says so.
func (r *Result) WantsLock(fn *ssa.Function) bool {
	f := r.Functions[fn]
	return f != nil && (r.GivesBack(fn) || len(f.Entry) > 0 || saysLocked(fn)) || asksForLock.MatchString(r.docs[outermost(fn).Object()])
}
