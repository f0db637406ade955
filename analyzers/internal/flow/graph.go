package flow

import (
	"go/types"
	"iter"
	"maps"
	"math"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// A Graph knows which functions the code of each function names: those that it
// calls, starts, or uses as values. It remembers its answers, and is for one
// goroutine at a time.
type Graph struct {
	more  func(ssa.Instruction) []*ssa.Function
	named map[*ssa.Function][]*ssa.Function
}

// NewGraph makes a graph. more, if not nil, names further functions for an instruction.
func NewGraph(more func(ssa.Instruction) []*ssa.Function) *Graph {
	return &Graph{more, make(map[*ssa.Function][]*ssa.Function)}
}

// Named lists the functions that a function names, each once, in the order of the code.
func (g *Graph) Named(fn *ssa.Function) []*ssa.Function {
	list, known := g.named[fn]
	if known {
		return list
	}
	seen := make(map[*ssa.Function]bool)
	add := func(fn *ssa.Function) {
		if fn != nil && !seen[fn] {
			seen[fn] = true
			list = append(list, fn)
		}
	}
	var operands []*ssa.Value
	for instr := range Instructions(fn) {
		operands = instr.Operands(operands[:0])
		for _, op := range operands {
			if f, ok := (*op).(*ssa.Function); ok {
				add(f)
			}
		}
		if g.more != nil {
			for _, f := range g.more(instr) {
				add(f)
			}
		}
	}
	g.named[fn] = list
	return list
}

// Closure lists functions and all that they name at first or second hand, each once,
// in an order that depends on nothing but the code.
func (g *Graph) Closure(fns []*ssa.Function) []*ssa.Function {
	return g.ClosureUpTo(math.MaxInt, fns)
}

// ClosureUpTo is Closure, given up when the list has so many functions.
func (g *Graph) ClosureUpTo(most int, fns []*ssa.Function) []*ssa.Function {
	seen := make(map[*ssa.Function]bool)
	var list []*ssa.Function
	var visit func(fn *ssa.Function)
	visit = func(fn *ssa.Function) {
		if fn == nil || seen[fn] || len(list) >= most {
			return
		}
		seen[fn] = true
		list = append(list, fn)
		for _, f := range g.Named(fn) {
			visit(f)
		}
	}
	for _, fn := range fns {
		visit(fn)
	}
	return list
}

// Leading finds the functions among those that fns name, at first or second hand, which are of
// a kind or lead to one that is: all at once, for to follow each on its own would take the
// square of the time.
func (g *Graph) Leading(fns []*ssa.Function, is func(*ssa.Function) bool) map[*ssa.Function]bool {
	namedBy := make(map[*ssa.Function][]*ssa.Function)
	leading := make(map[*ssa.Function]bool)
	var work []*ssa.Function
	for _, fn := range g.Closure(fns) {
		for _, named := range g.Named(fn) {
			namedBy[named] = append(namedBy[named], fn)
		}
		if is(fn) {
			leading[fn] = true
			work = append(work, fn)
		}
	}
	for len(work) > 0 {
		fn := work[len(work)-1]
		work = work[:len(work)-1]
		for _, by := range namedBy[fn] {
			if !leading[by] {
				leading[by] = true
				work = append(work, by)
			}
		}
	}
	return leading
}

// Methods lists the declared methods of a package's named types, in an order that depends on
// nothing but the code. Types declared in functions are left out: they have none.
func Methods(pkg *ssa.Package) iter.Seq[*ssa.Function] {
	return func(yield func(*ssa.Function) bool) {
		for _, name := range slices.Sorted(maps.Keys(pkg.Members)) {
			t, ok := pkg.Members[name].(*ssa.Type)
			if !ok || t.Object().(*types.TypeName).IsAlias() {
				continue
			}
			named, ok := t.Type().(*types.Named)
			if !ok {
				continue
			}
			for method := range named.Methods() {
				if fn := pkg.Prog.FuncValue(method); fn != nil && !yield(fn) {
					return
				}
			}
		}
	}
}
