package tasks

import (
	"fmt"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
)

// keeperDrivers are about objects without a lock of their own that another object keeps, in a
// map or a list, and uses under its lock: sessions of a store, jobs of a scheduler. They put
// a use of such an object's field without any lock beside one under the keeper's. Like
// graphDrivers they suppose one object of each type.
//
// Silent where the object may not be kept yet or any more: the function stores it, takes it
// out, or sets what it is given.
func keeperDrivers(in *finder, summaries *effects.Result) []*Driver {
	var drivers []*Driver
	owners := in.lockOwners()
	for _, uses := range keptUses(in, summaries) {
		for _, free := range uses {
			if len(free.locks) > 0 || len(free.May) > 0 || setsGiven(free.Instr) || in.takesOut(free.Instr.Parent()) || in.isCalledBack(free.Instr.Parent()) {
				continue
			}
			for _, locked := range uses {
				if !free.Write && !locked.Write {
					continue
				}
				for _, lock := range locked.locks {
					kept, keeper := owners[free.Path.Last], owners[lock]
					if kept == nil || keeper == nil || kept == keeper || !mostlyLocked(uses, lock) {
						continue
					}
					if len(drivers) >= maxDrivers {
						return drivers
					}
					g := &joining{in, summaries, []*types.TypeName{kept, keeper}}
					under := append(g.entrances(locked.Instr.Parent()), in.goroutinesAbove(summaries, locked.Instr.Parent())...)
					for _, x := range g.entrances(free.Instr.Parent()) {
						for _, y := range under {
							if x.Fn == y.Fn || x.Starts || summaries.AsksForOrder(x.Fn) || in.takesOut(x.Fn) {
								continue
							}
							d := oneOfEach(fmt.Sprintf("%s has a lock and uses its %s under it, so both are meant for several goroutines", keeper.Name(), kept.Name()), x, y)
							d.Field = free.Path.Last
							drivers = add(drivers, d)
						}
					}
				}
			}
		}
	}
	return drivers
}

// goroutinesAbove lists the named functions that run as goroutines, as long as their object
// lives, and lead to fn.
func (in *finder) goroutinesAbove(summaries *effects.Result, fn *ssa.Function) (list []effects.Entrance) {
	seen := make(map[*ssa.Function]bool)
	work := slices.Clone(summaries.Functions[fn].Callers)
	for len(work) > 0 {
		fn := work[0]
		work = work[1:]
		f := summaries.Functions[fn]
		if seen[fn] || f == nil {
			continue
		}
		seen[fn] = true
		if f.Task && fn.Parent() == nil {
			list = append(list, effects.Entrance{Fn: fn})
		}
		work = append(work, f.Callers...)
	}
	return list[:min(len(list), maxEntrances)]
}

// A keptUse is a use of a field with the declarations of the locks of other objects that
// are held there.
type keptUse struct {
	effects.Access
	locks []*types.Var
}

// keptUses lists the uses of the fields of types that have no lock, field by field.
func keptUses(in *finder, summaries *effects.Result) [][]keptUse {
	owners := in.lockOwners()
	at := make(map[*types.Var]int)
	var list [][]keptUse
	for _, fn := range summaries.Order {
		f := summaries.Functions[fn]
		if fn.Parent() != nil && !f.Task || summaries.WantsLock(fn) && len(f.Under) == 0 {
			continue
		}
		for _, a := range slices.Concat(f.Accesses, f.Found) {
			owner := owners[a.Path.Last]
			if _, made := a.Path.Root.(*ssa.Alloc); made || owner == nil || hasLock(owner) {
				continue
			}
			use := keptUse{Access: a}
			for _, h := range a.Must {
				if !a.Write && h.Path.Root == a.Path.Root && strings.HasPrefix(h.Path.Fields, a.Path.Base().Fields) && !hasWithin(owner.Type(), h.Path.Last) {
					continue // the object knows whose lock that is: it is no object that is kept under it
				}
				if field, ok := h.Class().(*types.Var); ok {
					use.locks = append(use.locks, field)
				}
			}
			for _, c := range f.Under {
				if field, ok := c.(*types.Var); ok {
					use.locks = append(use.locks, field)
				}
			}
			i, known := at[a.Path.Last]
			if !known {
				i = len(list)
				at[a.Path.Last] = i
				list = append(list, nil)
			}
			list[i] = append(list[i], use)
		}
	}
	return list
}

// hasWithin reports whether a field is one of a struct, or of a struct in it.
func hasWithin(t types.Type, field *types.Var) bool {
	s, ok := t.Underlying().(*types.Struct)
	return ok && slices.ContainsFunc(slices.Collect(s.Fields()), func(f *types.Var) bool { return f.Origin() == field || hasWithin(f.Type(), field) })
}

// setsGiven reports whether a function stores an argument as it is: what others set on an
// object they mostly set before they give it away.
func setsGiven(instr ssa.Instruction) bool {
	store, ok := instr.(*ssa.Store)
	if !ok {
		return false
	}
	v := store.Val
	for {
		switch converted := v.(type) {
		case *ssa.ChangeType:
			v = converted.X
		case *ssa.Convert:
			v = converted.X
		case *ssa.MakeInterface:
			v = converted.X
		default:
			_, given := v.(*ssa.Parameter)
			return given
		}
	}
}

// hasLock reports whether a struct type has something of its own to synchronise with.
func hasLock(t *types.TypeName) bool {
	s, ok := t.Type().Underlying().(*types.Struct)
	return ok && syncmodel.HasPrimitive(s)
}

// mostlyLocked reports whether at least half of the uses of a field hold a lock.
func mostlyLocked(uses []keptUse, lock *types.Var) bool {
	n := 0
	for _, u := range uses {
		if slices.Contains(u.locks, lock) {
			n++
		}
	}
	return 2*n >= len(uses)
}

// takesOut reports whether a function, or what it calls, removes something from a map or
// makes a slice shorter: what it has then may be its own.
func (in *finder) takesOut(fn *ssa.Function) bool {
	if in.takers == nil {
		in.takers = in.graph.Leading(in.SrcFuncs, func(f *ssa.Function) bool { return flow.Any(f, removes) })
	}
	return in.takers[fn]
}

// removes reports whether an instruction removes something from a map or makes a slice shorter.
func removes(instr ssa.Instruction) bool {
	switch instr := instr.(type) {
	case *ssa.Call:
		if b, ok := instr.Call.Value.(*ssa.Builtin); ok {
			return b.Name() == "delete"
		}
		callee := instr.Call.StaticCallee()
		return callee != nil && slices.Contains([]string{"Pop", "Remove", "Delete", "DeleteFunc"}, callee.Name())
	case *ssa.Store:
		_, shorter := instr.Val.(*ssa.Slice)
		return shorter
	}
	return false
}
