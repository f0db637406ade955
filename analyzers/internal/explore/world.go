package explore

import (
	"cmp"
	"go/token"
	"go/types"
	"maps"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/buildssa"
	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/link"
	"interleave/analyzers/internal/syncmodel"
)

// A world is the code that searches execute, with what is remembered about it. All
// searches of a package share it.
type world struct {
	pkg       *ssa.Package   // the one that is analysed
	packages  []*ssa.Package // all whose code is here: pkg, and where it is linked those that it imports
	linked    *link.Program  // nil: the package stands by itself
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

// newWorld is the package by itself.
func newWorld(pass *analysis.Pass, in *buildssa.SSA, summaries *effects.Result) *world {
	w := &world{src: &source{fset: pass.Fset, files: pass.Files}}
	w.fill(pass, summaries, []*ssa.Package{in.Pkg}, allFunctions(in))
	return w
}

// linkedWorld is the package with those that it imports from its module.
func linkedWorld(pass *analysis.Pass, p *link.Program, summaries *effects.Result) *world {
	w := &world{linked: p, src: &source{fset: pass.Fset, linked: p, files: slices.Concat(pass.Files, p.Files)}}
	w.fill(pass, summaries, append([]*ssa.Package{p.Package}, p.Imported...), flow.NewGraph(nil).Closure(p.Functions))
	return w
}

// fill makes what is known of the world's functions; the first package is the one analysed.
func (w *world) fill(pass *analysis.Pass, summaries *effects.Result, pkgs []*ssa.Package, fns []*ssa.Function) {
	w.pkg, w.packages = pkgs[0], pkgs
	w.standard = standardIn(pass)
	w.summaries = summaries
	w.src.cache = make(map[token.Pos]string)
	w.codes = make(map[*ssa.Function]*code)
	w.ops = make(map[*types.Func]syncmodel.Op)
	w.names = make(map[*types.Func]string)
	w.methods = make(map[methodKey]*ssa.Function)
	w.named = make(map[string][]*ssa.Function)
	w.synchronising = make(map[*ssa.Function]bool)
	w.graph = flow.NewGraph(w.called)
	for _, pkg := range pkgs {
		for _, name := range slices.Sorted(maps.Keys(pkg.Members)) {
			if g, ok := pkg.Members[name].(*ssa.Global); ok {
				w.variables = append(w.variables, g)
			}
		}
	}
	w.relevance, w.filledLater, w.triesLocks, w.pipes = newRelevance(fns), filledLater(fns), anyCalls(fns, triesLock), anyCalls(fns, makesPipe)
}

// has reports whether the code of a package is part of the world.
func (w *world) has(pkg *types.Package) bool {
	return slices.ContainsFunc(w.packages, func(p *ssa.Package) bool { return p.Pkg == pkg })
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
	for _, pkg := range w.packages {
		for fn := range flow.Methods(pkg) {
			if fn.Name() == name {
				list = append(list, fn)
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
