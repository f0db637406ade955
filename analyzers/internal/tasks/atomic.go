package tasks

import (
	"cmp"
	"fmt"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/effects"
)

// atomicDrivers puts each plain use of a field that is otherwise used with
// sync/atomic beside a function that writes it so, or reads it where the plain use
// writes: the atomic uses say that the field is meant for several goroutines.
func atomicDrivers(in *finder, summaries *effects.Result) []*Driver {
	var drivers []*Driver
	for _, uses := range atomicFields(summaries) {
		mostly := len(uses.plain) <= len(uses.atomic)
		for _, plain := range uses.plain {
			for _, atomic := range uses.atomic {
				if !mostly && !besideLock(plain, atomic) {
					continue
				}
				if !plain.Write && !atomic.Write || plain.Instr.Parent() == atomic.Instr.Parent() {
					continue
				}
				if !plain.Write && !slices.ContainsFunc(uses.atomic, func(a effects.Access) bool { return a.Write && a.Instr.Parent() != plain.Instr.Parent() }) {
					continue // its only writer may read it as it likes
				}
				d, owner := pair(in, summaries, effects.Guard{Field: plain.Path.Last}, plain, atomic)
				if d == nil {
					continue
				}
				d.Why = fmt.Sprintf("%s.%s is used with sync/atomic, so it is meant for several goroutines", typeName(owner), plain.Path.Last.Name())
				drivers = add(drivers, d)
				break
			}
		}
	}
	return drivers
}

// besideLock reports whether a plain use of an object's field comes under the object's lock, and
// an atomic one without it: who takes the lock expects others at work.
func besideLock(plain, atomic effects.Access) bool {
	return slices.ContainsFunc(plain.Must, func(h effects.Held) bool {
		return h.Path.Base().Same(plain.Path.Base()) && !slices.ContainsFunc(atomic.Must, func(g effects.Held) bool { return g.Path.Last == h.Path.Last })
	})
}

// uses are those of one field outside the functions that make or reset its struct.
type uses struct{ plain, atomic []effects.Access }

// atomicFields lists the uses of the fields that are used with sync/atomic, in source order.
func atomicFields(summaries *effects.Result) []*uses {
	fields := make(map[*types.Var]*uses)
	var list []*uses
	each := func(visit func(fn *ssa.Function, f *effects.Function)) {
		for _, fn := range summaries.Order {
			if name := fn.Name(); !isConstructor(fn) && name != "reset" && name != "Reset" {
				visit(fn, summaries.Functions[fn])
			}
		}
	}
	each(func(_ *ssa.Function, f *effects.Function) {
		for _, a := range f.Atomics {
			u := fields[a.Path.Last]
			if u == nil {
				u = new(uses)
				fields[a.Path.Last] = u
				list = append(list, u)
			}
			u.atomic = append(u.atomic, a)
		}
	})
	each(func(fn *ssa.Function, f *effects.Function) {
		for _, a := range f.Accesses {
			_, made := a.Path.Root.(*ssa.Alloc)
			if u := fields[a.Path.Last]; u != nil && !made {
				u.plain = append(u.plain, a)
			}
		}
	})
	slices.SortFunc(list, func(a, b *uses) int { return cmp.Compare(a.atomic[0].Pos, b.atomic[0].Pos) })
	return list
}
