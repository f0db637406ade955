package tasks

import (
	"cmp"
	"fmt"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
)

// maxEntrances bounds from where one edge of the lock graph is entered.
const maxEntrances = 2

// graphDrivers puts two functions beside each other that take locks of two types
// in opposite orders: that of an object and of one that it leads to, through a
// field, a map or a slice, and back again. They are supposed to be at work on one
// object of each type.
func graphDrivers(in *finder, summaries *effects.Result) []*Driver {
	var drivers []*Driver
	owners := lockOwners(in)
	for i, a := range summaries.Nestings {
		for _, b := range summaries.Nestings[i+1:] {
			outer, inner := owners[a.Outer], owners[a.Inner]
			if a.Outer != b.Inner || a.Inner != b.Outer || outer == nil || inner == nil || outer == inner {
				continue
			}
			g := &joining{summaries, flow.NewGraph(nil), []*types.TypeName{outer, inner}}
			for _, x := range g.entrances(a.Fn) {
				for _, y := range g.entrances(b.Fn) {
					if x.Fn == y.Fn {
						continue // in which state which part of it runs is in its own code
					}
					d := &Driver{Calls: []*ssa.Function{x.Fn, y.Fn}, OneOfEach: true, Before: x.Starts != y.Starts}
					if y.Starts && !x.Starts {
						slices.Reverse(d.Calls)
					}
					for _, fn := range d.Calls {
						d.Same = append(d.Same, slices.Repeat([]int{-1}, len(fn.Params)))
					}
					d.Why = fmt.Sprintf("%s and %s have locks, so they are meant for several goroutines; supposed are two that know each other", outer.Name(), inner.Name())
					drivers = add(drivers, d)
				}
			}
		}
	}
	return drivers
}

// lockOwners finds the struct types of the package to which the classes of locks belong.
func lockOwners(in *finder) map[effects.Class]*types.TypeName {
	owners := make(map[effects.Class]*types.TypeName)
	scope := in.Pkg.Pkg.Scope()
	for _, name := range scope.Names() {
		if t, ok := scope.Lookup(name).(*types.TypeName); ok {
			if s, ok := t.Type().Underlying().(*types.Struct); ok && !t.IsAlias() {
				for f := range s.Fields() {
					owners[f.Origin()] = t
				}
			}
		}
	}
	return owners
}

// joining looks for calls in which two objects that know each other already are at work.
type joining struct {
	summaries *effects.Result
	graph     *flow.Graph
	types     []*types.TypeName
}

// entrances lists functions that may be called from outside at any time, and lead to fn.
func (g *joining) entrances(fn *ssa.Function) []effects.Entrance {
	list := slices.DeleteFunc(g.summaries.Entrances(fn), func(e effects.Entrance) bool {
		return isProgram(e.Fn) || isConstructor(e.Fn) || g.summaries.WantsLock(e.Fn) || g.introduces(e.Fn)
	})
	slices.SortStableFunc(list, func(a, b effects.Entrance) int { return cmp.Compare(a.Fn.Pos(), b.Fn.Pos()) })
	return list[:min(len(list), maxEntrances)]
}

// introduces reports whether a function, or what it calls, makes one of the objects
// known to another: before, nobody can be on the way from the one to the other.
func (g *joining) introduces(fn *ssa.Function) bool {
	for _, f := range g.graph.Closure([]*ssa.Function{fn}) {
		for instr := range flow.Instructions(f) {
			var stored ssa.Value
			switch instr := instr.(type) {
			case *ssa.Store:
				if kept(instr.Addr) {
					stored = instr.Val
				}
			case *ssa.MapUpdate:
				stored = instr.Value
			}
			if _, made := stored.(*ssa.Alloc); stored != nil && !made && g.leadsTo(stored) {
				return true
			}
		}
	}
	return false
}

// kept reports whether what is stored at an address outlives the call: it is not a
// local variable, nor an argument of an append to one.
func kept(address ssa.Value) bool {
	element, ok := address.(*ssa.IndexAddr)
	if !ok {
		_, local := address.(*ssa.Alloc)
		return !local
	}
	arguments, ok := element.X.(*ssa.Alloc)
	if !ok {
		return true
	}
	for _, ref := range flow.Referrers(arguments) {
		s, ok := ref.(*ssa.Slice)
		if !ok {
			continue
		}
		for _, ref := range flow.Referrers(s) {
			call, ok := ref.(*ssa.Call)
			if !ok || len(call.Call.Args) == 0 {
				continue
			}
			if load, ok := call.Call.Args[0].(*ssa.UnOp); ok {
				if _, local := load.X.(*ssa.Alloc); !local {
					return true
				}
			}
		}
	}
	return false
}

// leadsTo reports whether a value that is stored is a pointer to one of the types.
func (g *joining) leadsTo(v ssa.Value) bool {
	if _, ok := v.(*ssa.Const); ok {
		return false
	}
	p, ok := v.Type().Underlying().(*types.Pointer)
	if !ok {
		return false
	}
	named, ok := types.Unalias(p.Elem()).(*types.Named)
	return ok && slices.Contains(g.types, named.Origin().Obj())
}
