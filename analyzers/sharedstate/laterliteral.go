package sharedstate

import (
	"fmt"
	"slices"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/finding"
	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/rules"
)

// runsLater reports a function that takes the lock and returns a literal which reads a guarded
// map or slice, as an iterator does: the literal runs when the lock has been released.
func (r *reporter) runsLater(fn *ssa.Function) (list []finding.Finding) {
	for instr := range flow.Instructions(fn) {
		closure, ok := instr.(*ssa.MakeClosure)
		if !ok || returnedFunction(closure) == nil {
			continue
		}
		literal := r.summaries.Functions[closure.Fn.(*ssa.Function)]
		if literal == nil {
			continue
		}
		for _, a := range literal.Accesses {
			guard := r.guardOf(a.Path.Last)
			if guard == nil || guard.Sibling == nil || len(a.May) > 0 || !r.locksFor(closure, guard, a.Path) {
				continue
			}
			changed := r.changedInPlace(a.Path.Last, itself)
			if changed == nil {
				continue
			}
			name := a.Path.String()
			f := r.form("guarded-escape", rules.Likely, a.Pos, fmt.Sprintf("data race: the function that %s returns uses %s when %s has released %s, which %s holds when it changes it; take the lock in the function that is returned",
				fn.Name(), name, fn.Name(), siblingName(name, guard.Name()), changed.Parent().Name()))
			f.Relate(r.pass.Files, closure.Pos(), "this function runs later, without the lock")
			f.Relate(r.pass.Files, changed.Pos(), "the content is changed here, under the lock")
			list = append(list, f)
			break
		}
	}
	return list
}

// returnedFunction finds the return statement that returns a function literal, also as a value
// of a named type; nil if none does.
func returnedFunction(v ssa.Value) *ssa.Return {
	if ret := returned(v); ret != nil {
		return ret
	}
	for _, ref := range flow.Referrers(v) {
		if named, ok := ref.(*ssa.ChangeType); ok {
			return returned(named)
		}
	}
	return nil
}

// locksFor reports whether a function has taken the guard of a field, of the same object, where
// it makes a literal, and releases it before it returns.
func (r *reporter) locksFor(closure *ssa.MakeClosure, guard *effects.Guard, field effects.Path) bool {
	f := r.summaries.Functions[closure.Parent()]
	is := func(h effects.Held) bool { return h.Path.Last == guard.Sibling && h.Path.Base().Same(field.Base()) }
	taken := slices.ContainsFunc(f.Acquires, func(a effects.Acquire) bool { return is(a.Lock) })
	return taken && !heldAtEntry(f, guard) && !slices.ContainsFunc(f.Net, is) &&
		!slices.ContainsFunc(f.Leaves, func(l effects.Leaving) bool { return is(l.Held) })
}
