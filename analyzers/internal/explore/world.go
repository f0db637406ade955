package explore

import (
	"cmp"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/buildssa"
	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
)

// A world is the code that searches execute, with what is remembered about it. All
// searches of a package share it.
type world struct {
	pkg       *ssa.Package
	variables []*ssa.Global
	standard  func(path string) bool
	src       *source
	summaries *effects.Result
	graph     *flow.Graph

	codes         map[*ssa.Function]*code
	relevance     *relevance
	filledLater   map[types.Object]bool // see filledLater
	ops           map[*types.Func]syncmodel.Op
	names         map[*types.Func]string // see fullName
	methods       map[methodKey]*ssa.Function
	named         map[string][]*ssa.Function // see methodsNamed
	synchronising map[*ssa.Function]bool     // see synchronises

	triesLocks bool // some function uses TryLock: who holds a lock for a moment can be noticed
	pipes      bool // some function makes a pipe, through which goroutines may wait for each other
}

func newWorld(pass *analysis.Pass, in *buildssa.SSA, summaries *effects.Result) *world {
	w := &world{
		pkg:           in.Pkg,
		standard:      standardIn(pass),
		src:           &source{fset: pass.Fset, files: pass.Files, cache: make(map[token.Pos]string)},
		summaries:     summaries,
		codes:         make(map[*ssa.Function]*code),
		ops:           make(map[*types.Func]syncmodel.Op),
		names:         make(map[*types.Func]string),
		methods:       make(map[methodKey]*ssa.Function),
		named:         make(map[string][]*ssa.Function),
		synchronising: make(map[*ssa.Function]bool),
	}
	w.graph = flow.NewGraph(w.called)
	for _, m := range in.Pkg.Members {
		if g, ok := m.(*ssa.Global); ok {
			w.variables = append(w.variables, g)
		}
	}
	slices.SortFunc(w.variables, func(a, b *ssa.Global) int { return cmp.Compare(a.Name(), b.Name()) })
	fns := allFunctions(in)
	w.relevance, w.filledLater, w.triesLocks, w.pipes = newRelevance(fns), filledLater(fns), anyCalls(fns, triesLock), anyCalls(fns, makesPipe)
	return w
}

// standardIn returns a test for import paths of the standard library, seen from
// the package under analysis. It decides only how much an unknown function is
// trusted to keep.
func standardIn(pass *analysis.Pass) func(path string) bool {
	module := ""
	if pass.Module != nil {
		module = pass.Module.Path
	}
	return func(path string) bool {
		first, _, _ := strings.Cut(path, "/")
		return !strings.Contains(first, ".") && first != "command-line-arguments" &&
			(module == "" || path != module && !strings.HasPrefix(path, module+"/"))
	}
}

// allFunctions lists every function that SSA built for the package, wrappers and
// the initialiser included.
func allFunctions(in *buildssa.SSA) []*ssa.Function {
	return flow.NewGraph(nil).Closure(append(slices.Clone(in.SrcFuncs), in.Pkg.Func("init")))
}

// reachable lists the functions that a root may execute, in a fixed order.
func (w *world) reachable(root *Root) []*ssa.Function {
	return w.graph.Closure(root.functions())
}

// called lists the methods of the package that a call of an interface's method may reach.
func (w *world) called(instr ssa.Instruction) []*ssa.Function {
	if call, ok := instr.(ssa.CallInstruction); ok && call.Common().IsInvoke() {
		return w.methodsNamed(call.Common().Method.Name())
	}
	return nil
}

// methodsNamed lists the methods of a name in the package; it remembers the answer.
func (w *world) methodsNamed(name string) []*ssa.Function {
	list, known := w.named[name]
	if !known {
		list = w.findMethods(name)
		w.named[name] = list
	}
	return list
}

func (w *world) findMethods(name string) []*ssa.Function {
	var list []*ssa.Function
	for _, m := range w.pkg.Members {
		t, ok := m.(*ssa.Type)
		if !ok {
			continue
		}
		named, ok := t.Type().(*types.Named)
		if !ok {
			continue
		}
		for method := range named.Methods() {
			if method.Name() == name {
				if fn := w.pkg.Prog.FuncValue(method); fn != nil {
					list = append(list, fn)
				}
			}
		}
	}
	slices.SortFunc(list, func(a, b *ssa.Function) int { return cmp.Compare(a.Pos(), b.Pos()) })
	return list
}

// synchronises reports whether a function starts a goroutine or uses a channel or
// primitive. Where none that a root executes does, there is one schedule.
func (w *world) synchronises(fn *ssa.Function) bool {
	found, known := w.synchronising[fn]
	if !known {
		found = synchronises(fn)
		w.synchronising[fn] = found
	}
	return found
}

func synchronises(fn *ssa.Function) bool {
	for instr := range flow.Instructions(fn) {
		switch instr := instr.(type) {
		case *ssa.Go, *ssa.Send, *ssa.Select, *ssa.MakeChan:
			return true
		case *ssa.UnOp:
			if instr.Op == token.ARROW {
				return true
			}
		case ssa.CallInstruction:
			if syncmodel.ClosedBy(instr.Common()) != nil {
				return true
			}
			switch op := syncmodel.OfCall(instr.Common()); {
			case op >= syncmodel.Lock && op <= syncmodel.NewCond, op >= syncmodel.GroupGo && op <= syncmodel.GroupWait,
				op == syncmodel.TestParallel, op == syncmodel.HTTPServe, op == syncmodel.TimeAfterFunc, op == syncmodel.ContextAfterFunc:
				return true
			}
		}
	}
	return false
}

// initialiserStarts reports whether the package's initialisers may start goroutines, which
// run beside every program.
func (w *world) initialiserStarts() bool {
	return slices.ContainsFunc(w.graph.Closure([]*ssa.Function{w.pkg.Func("init")}), func(fn *ssa.Function) bool {
		return flow.Any(fn, func(instr ssa.Instruction) bool {
			call, ok := instr.(ssa.CallInstruction)
			return ok && len(effects.Spawned(call)) > 0
		})
	})
}

// anyCalls reports whether a function has a call of a kind.
func anyCalls(fns []*ssa.Function, is func(*ssa.CallCommon) bool) bool {
	return slices.ContainsFunc(fns, func(fn *ssa.Function) bool {
		return flow.Any(fn, func(instr ssa.Instruction) bool {
			call, ok := instr.(ssa.CallInstruction)
			return ok && is(call.Common())
		})
	})
}

func triesLock(c *ssa.CallCommon) bool {
	op := syncmodel.OfCall(c)
	return op == syncmodel.TryLock || op == syncmodel.TryRLock
}

func makesPipe(c *ssa.CallCommon) bool {
	fn := syncmodel.Callee(c)
	return fn != nil && (fn.FullName() == "io.Pipe" || fn.FullName() == "os.Pipe" || fn.FullName() == "net.Pipe")
}
