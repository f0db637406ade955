package sharedstate

import (
	"fmt"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/finding"
	"interleave/analyzers/internal/diagnosis"
	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
	"interleave/analyzers/rules"
)

// handsOut reports a function that returns, from a map or slice that it reads under the lock,
// or from a field, a pointer to a struct whose fields are then used without: exported fields by
// whoever calls an exported function, or any fields by a caller of the package that others may
// call at once.
func (r *reporter) handsOut(fn *ssa.Function) (list []finding.Finding) {
	f := r.summaries.Functions[fn]
	for _, a := range f.Accesses {
		container, ok := a.Instr.(*ssa.UnOp)
		if !ok || a.Write {
			continue
		}
		elem := entryType(container.Type())
		if elem == nil || elem.Obj().Pkg() != fn.Pkg.Pkg || syncmodel.HasPrimitive(elem.Underlying().(*types.Struct)) {
			continue
		}
		guard := r.guardOf(a.Path.Last)
		if isPointer(container) {
			guard = r.guardOfPointer(a)
		}
		if !r.mayHandOut(fn, a, guard) {
			continue
		}
		for _, entry := range entriesOf(container) {
			ret := returned(entry)
			if ret == nil {
				continue
			}
			locked := r.lockedUses(a.Path.Last, elem, guard)
			report, ok := r.handsToOthers(fn, ret, a.Path, guard, locked, elem)
			if !ok && !claimsEntry(f, a.Path, usesOf(entry, elem)) {
				report, ok = r.handsToCaller(fn, ret, a.Path, guard, locked, elem)
			}
			if ok {
				list = append(list, report)
				break
			}
		}
	}
	return list
}

// mayHandOut reports whether a function that reads a map, slice or pointer takes the lock which guards
// it for that, and gives no sign that what it returns belongs to its callers alone or is used in turn.
func (r *reporter) mayHandOut(fn *ssa.Function, read effects.Access, guard *effects.Guard) bool {
	f := r.summaries.Functions[fn]
	return guard != nil && guard.Sibling != nil && isLocked(guard, read) && !heldAtEntry(f, guard) && !waitsFirst(fn, read.Instr) && !takesOut(f, read.Path) && !r.summaries.AsksForOrder(fn)
}

// whatReturns says what a function hands out.
func whatReturns(container effects.Path) string {
	if _, ok := container.Last.Type().Underlying().(*types.Pointer); ok {
		return "the pointer " + container.String() + " itself"
	}
	return "a pointer to what " + container.String() + " holds"
}

// guardOfPointer returns the lock beside a pointer that a function holds when it reads it, if the
// package holds it whenever it uses the pointer of an object that others may have; else nil. That
// nobody replaces the pointer says nothing about what it points to.
func (r *reporter) guardOfPointer(read effects.Access) *effects.Guard {
	i := slices.IndexFunc(read.Must, func(h effects.Held) bool {
		return h.Path.Last != nil && h.Path.Base().Same(read.Path.Base())
	})
	if i < 0 {
		return nil
	}
	guard := &effects.Guard{Field: read.Path.Last, Sibling: read.Must[i].Path.Last}
	for _, fn := range r.summaries.Order {
		for _, a := range r.summaries.Functions[fn].Accesses {
			if a.Path.Last != guard.Field || madeHere(a, fn) {
				continue
			}
			if !slices.ContainsFunc(a.Must, func(h effects.Held) bool { return h.Path.Last == guard.Sibling && h.Path.Base().Same(a.Path.Base()) }) {
				return nil
			}
			guard.Locked = append(guard.Locked, a)
		}
	}
	return guard
}

// handsToOthers reports an exported function whose callers read what is changed under the lock. An
// entry that leads to the lock itself has methods that take it.
func (r *reporter) handsToOthers(fn *ssa.Function, ret *ssa.Return, container effects.Path, guard *effects.Guard, locked []entryUse, elem *types.Named) (finding.Finding, bool) {
	i := slices.IndexFunc(locked, func(u entryUse) bool { return u.write && u.field.Exported() })
	if !effects.Exported(fn) || i < 0 || effects.Holds(elem, guard.Sibling, 2) {
		return finding.Finding{}, false
	}
	changed := locked[i]
	name := container.String()
	f := r.form("guarded-escape", rules.Likely, ret.Pos(), fmt.Sprintf("data race: %s returns %s, not a copy; whoever reads its %s does so without %s, which %s holds when it changes it",
		fn.Name(), whatReturns(container), changed.field.Name(), siblingName(name, guard.Name()), changed.instr.Parent().Name()))
	f.Relate(r.pass.Files, changed.instr.Pos(), "it is changed here, under the lock")
	return f, true
}

// handsToCaller reports a function one of whose callers uses without the lock what other code
// uses under it, where several goroutines may be in that caller.
func (r *reporter) handsToCaller(fn *ssa.Function, ret *ssa.Return, container effects.Path, guard *effects.Guard, locked []entryUse, elem *types.Named) (finding.Finding, bool) {
	for _, caller := range r.summaries.Order {
		for _, call := range calls(caller) {
			object, ok := effects.PathOf(call.Call.Args[0])
			if !ok || r.summaries.Local(call.Common()) != fn || !isOwnMethod(caller, object) && !isHandler(caller, object) || r.orders(caller) {
				continue
			}
			for _, bare := range r.bareUses(call, elem) {
				i := slices.IndexFunc(locked, bare.conflicts)
				if i < 0 {
					continue
				}
				name, other := container.String(), locked[i]
				f := r.form("guarded-escape", rules.Likely, ret.Pos(), fmt.Sprintf("data race: %s returns %s, not a copy; %s %s its %s without %s, which %s holds when it %s it",
					fn.Name(), whatReturns(container), diagnosis.FunctionName(caller), bare.does(), bare.field.Name(), siblingName(name, guard.Name()), diagnosis.FunctionName(other.instr.Parent()), other.does()))
				f.Relate(r.pass.Files, bare.instr.Pos(), "it is used here, without the lock")
				f.Relate(r.pass.Files, other.instr.Pos(), "the other side holds the lock")
				return f, true
			}
		}
	}
	return finding.Finding{}, false
}

// claimsEntry reports whether a function changes an entry, or the object around the map or slice
// beyond that, before it hands the entry out: others may see by it that they must leave the
// entry alone.
func claimsEntry(f *effects.Function, container effects.Path, uses []entryUse) bool {
	return slices.ContainsFunc(uses, func(u entryUse) bool { return u.write }) || slices.ContainsFunc(f.Accesses, func(a effects.Access) bool {
		_, made := a.Path.Root.(*ssa.Alloc)
		return a.Write && !made && !a.Path.Same(container)
	})
}

// orders reports whether a function leaves it to those who call it that it has what it uses to
// itself: it is to be called under a lock, or before others have the object.
func (r *reporter) orders(fn *ssa.Function) bool {
	return r.summaries.WantsLock(fn) || r.summaries.AsksForOrder(fn) || effects.Prepares(fn)
}

// isHandler reports whether a function serves requests, each in a goroutine of its own, and
// works on an object that they share.
func isHandler(fn *ssa.Function, object effects.Path) bool {
	return syncmodel.IsHandler(fn.Signature) && !madeIn(object, fn)
}

// bareUses lists what is done without any lock to the entry that a call returns, by the caller
// itself and by what it gives the entry to.
func (r *reporter) bareUses(call *ssa.Call, elem *types.Named) (list []entryUse) {
	for _, entry := range results(call) {
		for _, u := range usesOf(entry, elem) {
			if r.isBare(u.instr) {
				list = append(list, u)
			}
		}
		for _, p := range merged(entry) {
			for _, ref := range flow.Referrers(p) {
				if with, ok := ref.(*ssa.Call); ok && r.isBare(with) {
					list = append(list, r.bareUsesIn(with, p)...)
				}
			}
		}
	}
	return list
}

// bareUsesIn lists what the function that a call names does without any lock to an entry that
// it is given.
func (r *reporter) bareUsesIn(call *ssa.Call, entry ssa.Value) (list []entryUse) {
	callee := r.summaries.Local(call.Common())
	if callee == nil {
		return nil
	}
	for _, a := range r.summaries.Functions[callee].Accesses {
		i := a.Path.Parameter()
		if i >= 0 && call.Call.Args[i] == entry && a.Path.Base().Fields == "" && len(a.May) == 0 {
			list = append(list, entryUse{a.Instr, a.Path.Last, a.Write})
		}
	}
	return list
}

// isBare reports whether a function can have taken no lock, itself or by what it has called,
// before an instruction.
func (r *reporter) isBare(at ssa.Instruction) bool {
	return !r.underLock(at) && !flow.Any(at.Parent(), func(instr ssa.Instruction) bool {
		call, ok := instr.(*ssa.Call)
		if !ok || !flow.MayFollow(call, at) {
			return false
		}
		switch syncmodel.OfCall(call.Common()) {
		case syncmodel.RLock, syncmodel.TryLock, syncmodel.TryRLock:
			return true
		}
		f := r.summaries.Functions[r.summaries.Local(call.Common())]
		return f != nil && len(f.Net)+len(f.Leaves) > 0
	})
}

// results lists the values that a call returns.
func results(call *ssa.Call) []ssa.Value {
	list := []ssa.Value{call}
	for _, ref := range flow.Referrers(call) {
		if e, ok := ref.(*ssa.Extract); ok {
			list = append(list, e)
		}
	}
	return list
}

// takesOut reports whether a function deletes from a map or replaces a map or slice: what it
// returns may belong to its caller alone from then on.
func takesOut(f *effects.Function, container effects.Path) bool {
	return slices.ContainsFunc(f.Accesses, func(a effects.Access) bool {
		_, adds := a.Instr.(*ssa.MapUpdate)
		return a.Write && !adds && a.Path.Same(container)
	})
}
