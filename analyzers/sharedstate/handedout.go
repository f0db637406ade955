package sharedstate

import (
	"fmt"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/finding"
	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
	"interleave/analyzers/rules"
)

// handsOut reports an exported function that returns, from a map or slice that it reads under
// the lock, a pointer to a struct whose exported fields other code changes under that lock:
// the caller reads them without.
func (r *reporter) handsOut(fn *ssa.Function) (list []finding.Finding) {
	if !effects.Exported(fn) {
		return nil
	}
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
		if guard == nil || guard.Sibling == nil || !isLocked(guard, a) || heldAtEntry(f, guard) || waitsFirst(fn, container) || takesOut(f, a.Path) {
			continue
		}
		for _, entry := range entriesOf(container) {
			ret := returned(entry)
			if ret == nil {
				continue
			}
			changed := r.changedEntry(a.Path.Last, elem, guard)
			if changed == nil {
				break
			}
			written := effects.FieldOf(changed.Addr.(*ssa.FieldAddr))
			name := a.Path.String()
			f := r.form("guarded-escape", rules.Likely, ret.Pos(), fmt.Sprintf("data race: %s returns a pointer to what %s holds, not a copy; whoever reads its %s does so without %s, which %s holds when it changes it",
				fn.Name(), name, written.Name(), siblingName(name, guard.Name()), changed.Parent().Name()))
			f.Relate(r.pass.Files, changed.Pos(), "it is changed here, under the lock")
			list = append(list, f)
			break
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

// entryType returns the struct type to which the elements of a map or slice point, or nil.
func entryType(t types.Type) *types.Named {
	var elem types.Type
	switch t := t.Underlying().(type) {
	case *types.Map:
		elem = t.Elem()
	case *types.Slice:
		elem = t.Elem()
	default:
		return nil
	}
	p, ok := elem.Underlying().(*types.Pointer)
	if !ok {
		return nil
	}
	named, ok := types.Unalias(p.Elem()).(*types.Named)
	if _, isStruct := p.Elem().Underlying().(*types.Struct); !ok || !isStruct {
		return nil
	}
	return named
}

// entriesOf lists the values that a function takes out of a map or slice.
func entriesOf(container ssa.Value) (list []ssa.Value) {
	for _, ref := range flow.Referrers(container) {
		switch ref := ref.(type) {
		case *ssa.Lookup:
			if !ref.CommaOk {
				list = append(list, ref)
				continue
			}
			for _, part := range flow.Referrers(ref) {
				if e, ok := part.(*ssa.Extract); ok && e.Index == 0 {
					list = append(list, e)
				}
			}
		case *ssa.IndexAddr:
			for _, use := range flow.Referrers(ref) {
				if load, ok := use.(*ssa.UnOp); ok {
					list = append(list, load)
				}
			}
		case *ssa.Range:
			for _, next := range flow.Referrers(ref) {
				for _, part := range flow.Referrers(next.(*ssa.Next)) {
					if e, ok := part.(*ssa.Extract); ok && e.Index == 2 {
						list = append(list, e)
					}
				}
			}
		}
	}
	return list
}

// changedEntry finds where a function writes, under the guard, an exported field of what it
// took out of the map or slice that a field holds; nil if none does.
func (r *reporter) changedEntry(field *types.Var, elem *types.Named, guard *effects.Guard) *ssa.Store {
	for _, fn := range r.summaries.Order {
		for _, a := range r.summaries.Functions[fn].Accesses {
			container, ok := a.Instr.(*ssa.UnOp)
			if !ok || a.Write || a.Path.Last != field || !isLocked(guard, a) {
				continue
			}
			for _, entry := range entriesOf(container) {
				if store := storeThrough(entry, elem); store != nil {
					return store
				}
			}
		}
	}
	return nil
}

// storeThrough returns a store to an exported field of the struct to which a value points,
// also where it may be another one that is put into its place; nil if there is none.
func storeThrough(entry ssa.Value, elem *types.Named) *ssa.Store {
	pointers := []ssa.Value{entry}
	for _, ref := range flow.Referrers(entry) {
		if phi, ok := ref.(*ssa.Phi); ok {
			pointers = append(pointers, phi)
		}
	}
	for _, p := range pointers {
		for _, ref := range flow.Referrers(p) {
			address, ok := ref.(*ssa.FieldAddr)
			if !ok || !effects.FieldOf(address).Exported() || !types.Identical(address.X.Type().Underlying().(*types.Pointer).Elem(), elem) {
				continue
			}
			i := slices.IndexFunc(flow.Referrers(address), func(use ssa.Instruction) bool {
				store, ok := use.(*ssa.Store)
				return ok && store.Addr == address
			})
			if i >= 0 {
				return flow.Referrers(address)[i].(*ssa.Store)
			}
		}
	}
	return nil
}
