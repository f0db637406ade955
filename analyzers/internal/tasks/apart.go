package tasks

import (
	"fmt"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
)

// apartDrivers are about objects with a lock of their own that another object keeps, in a map or
// a list, and whose guarded fields it uses without that lock, whatever it holds of its own. They
// put such a use beside a method of the object that holds the lock. Like graphDrivers they
// suppose one object of each type.
//
// Silent where the object may not be kept yet or any more: the function takes it out, sets what
// it is given, or has it from a call.
func apartDrivers(in *finder, summaries *effects.Result) []*Driver {
	var drivers []*Driver
	owners := in.lockOwners()
	for _, g := range summaries.Guards {
		owner := owners[g.Field]
		if g.Sibling == nil || owner == nil {
			continue
		}
		join := &joining{in, summaries, []*types.TypeName{owner}}
		for _, fn := range summaries.Order {
			for _, free := range summaries.Functions[fn].Found {
				if free.Path.Last != g.Field || !isKeptObject(free.Instr) || hasGuard(summaries.Functions[fn], free, g) || setsGiven(free.Instr) || in.mayTakeOut(fn, g.Field) || effects.InTest(fn) {
					continue
				}
				i := slices.IndexFunc(g.Locked, func(l effects.Access) bool { return l.Write || free.Write })
				if i < 0 || len(drivers) >= maxDrivers {
					continue
				}
				for _, x := range join.entrances(fn) {
					for _, y := range join.entrances(g.Locked[i].Instr.Parent()) {
						if x.Fn == y.Fn || x.Starts || y.Starts || summaries.AsksForOrder(x.Fn) || effects.Prepares(x.Fn) {
							continue
						}
						d := oneOfEach(fmt.Sprintf("%s has the lock %s, so it is meant for several goroutines", owner.Name(), g.Name()), x, y)
						d.Field, d.Guard = g.Field, g.Sibling
						drivers = add(drivers, d)
					}
				}
			}
		}
	}
	return drivers
}

// hasGuard reports whether a use of a found object may come with its guard held.
func hasGuard(f *effects.Function, use effects.Access, g effects.Guard) bool {
	is := func(c effects.Class) bool { return c == effects.Class(g.Sibling) }
	return slices.ContainsFunc(slices.Concat(use.Must, use.May, f.Entry), func(h effects.Held) bool { return is(h.Class()) }) || slices.ContainsFunc(f.Under, is)
}

// mayTakeOut reports whether a function, or what it calls, removes something that may be the
// object: anything but elements of the field.
func (in *finder) mayTakeOut(fn *ssa.Function, field *types.Var) bool {
	return in.takesOut(fn) && slices.ContainsFunc(in.graph.Closure([]*ssa.Function{fn}), func(fn *ssa.Function) bool {
		return flow.Any(fn, func(instr ssa.Instruction) bool {
			if store, ok := instr.(*ssa.Store); ok {
				if at, ok := store.Addr.(*ssa.FieldAddr); ok && effects.FieldOf(at) == field {
					return false
				}
			}
			return removes(instr)
		})
	})
}

// isKeptObject reports whether the object whose field an instruction uses was found in a map or
// slice, and not made or returned by a call.
func isKeptObject(instr ssa.Instruction) bool {
	var address ssa.Value
	switch instr := instr.(type) {
	case *ssa.UnOp:
		address = instr.X
	case *ssa.Store:
		address = instr.Addr
	}
	for {
		switch v := address.(type) {
		case *ssa.FieldAddr:
			address = v.X
		case *ssa.Extract:
			address = v.Tuple
		case *ssa.UnOp:
			address = v.X
		case *ssa.Lookup, *ssa.Next, *ssa.IndexAddr:
			return true
		default:
			return false
		}
	}
}
