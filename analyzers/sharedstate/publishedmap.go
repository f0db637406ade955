package sharedstate

import (
	"fmt"
	"go/token"
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

// Copy on write: readers take what an atomic.Pointer or atomic.Value holds and read it without a
// lock; a writer makes a new version and stores that. A copy of a struct still has the maps of the
// old version, and so have the readers.

// publishedMaps reports a change of a map that belongs to a version which readers may have.
func (r *reporter) publishedMaps(fn *ssa.Function) (list []finding.Finding) {
	for instr := range flow.Instructions(fn) {
		changed := changedMap(instr)
		if changed == nil {
			continue
		}
		load := versionOf(changed)
		if load == nil || !r.isReadElsewhere(load) {
			continue
		}
		published := addressName(load.Call.Args[0])
		f := r.form("publish-before-init", rules.Likely, instr.Pos(), fmt.Sprintf("data race: %s changes a map of the version that %s holds, which readers may have from Load at this time; change a copy, as maps.Clone makes it, and store that",
			diagnosis.FunctionName(fn), published))
		f.Relate(r.pass.Files, load.Pos(), "the version with this map is loaded here")
		list = append(list, f)
	}
	return list
}

// changedMap returns the map that an instruction changes, or nil.
func changedMap(instr ssa.Instruction) ssa.Value {
	switch instr := instr.(type) {
	case *ssa.MapUpdate:
		return instr.Map
	case *ssa.Call:
		if isBuiltin(instr, "delete") || isBuiltin(instr, "clear") {
			if _, ok := instr.Call.Args[0].Type().Underlying().(*types.Map); ok {
				return instr.Call.Args[0]
			}
		}
	}
	return nil
}

// versionOf returns the atomic load that a map comes from: it is what was loaded, a field of that,
// or a field of a copy of that which was not given a map of its own.
func versionOf(m ssa.Value) *ssa.Call {
	load, ok := m.(*ssa.UnOp)
	if !ok || load.Op != token.MUL {
		return loaded(m)
	}
	if variable, ok := load.X.(*ssa.Alloc); ok {
		if put := storedIn(variable); len(put) == 1 {
			return versionOf(put[0]) // a variable whose address is stored
		}
		return nil
	}
	field, ok := load.X.(*ssa.FieldAddr)
	if !ok {
		return loaded(load.X)
	}
	if hasLock(field.X.Type()) {
		return nil
	}
	version, ok := field.X.(*ssa.Alloc)
	if !ok {
		return loaded(field.X)
	}
	var own, whole []ssa.Value // what was stored in the field, and in the struct
	for _, ref := range flow.Referrers(version) {
		switch ref := ref.(type) {
		case *ssa.FieldAddr:
			if ref.Field == field.Field {
				own = append(own, storedIn(ref)...)
			}
		case *ssa.Store:
			if ref.Addr == version {
				whole = append(whole, ref.Val)
			}
		}
	}
	switch {
	case len(own) == 1 && len(whole) == 0:
		if given, ok := own[0].(*ssa.UnOp); ok {
			if old, ok := given.X.(*ssa.FieldAddr); ok {
				return loaded(old.X)
			}
		}
	case len(own) == 0 && len(whole) == 1:
		if copied, ok := whole[0].(*ssa.UnOp); ok {
			return loaded(copied.X)
		}
	}
	return nil
}

// storedIn lists the values that are stored at an address.
func storedIn(addr ssa.Value) (list []ssa.Value) {
	for _, ref := range flow.Referrers(addr) {
		if store, ok := ref.(*ssa.Store); ok && store.Addr == addr {
			list = append(list, store.Val)
		}
	}
	return list
}

// loaded returns the atomic load of which a value is the result, or nil.
func loaded(v ssa.Value) *ssa.Call {
	switch v := v.(type) {
	case *ssa.Extract:
		return loaded(v.Tuple)
	case *ssa.TypeAssert:
		return loaded(v.X)
	case *ssa.Call:
		if syncmodel.OfCall(v.Common()) == syncmodel.AtomicLoad {
			return v
		}
	}
	return nil
}

// hasLock reports whether a pointer is to a struct that has a lock: that may be for its maps.
func hasLock(t types.Type) bool {
	p, ok := t.Underlying().(*types.Pointer)
	if !ok {
		return false
	}
	s, ok := p.Elem().Underlying().(*types.Struct)
	return ok && slices.ContainsFunc(slices.Collect(s.Fields()), func(f *types.Var) bool { return syncmodel.IsLock(f.Type()) })
}

// isReadElsewhere reports whether another function of the package, tests left out, loads the same
// variable.
func (r *reporter) isReadElsewhere(load *ssa.Call) bool {
	variable, ok := effects.PathOf(load.Call.Args[0])
	return ok && slices.ContainsFunc(r.summaries.Order, func(fn *ssa.Function) bool {
		return fn != load.Parent() && !effects.InTest(fn) && flow.Any(fn, func(instr ssa.Instruction) bool {
			call, ok := instr.(*ssa.Call)
			if !ok || syncmodel.OfCall(call.Common()) != syncmodel.AtomicLoad {
				return false
			}
			p, ok := effects.PathOf(call.Call.Args[0])
			return ok && (p.Last != nil && p.Last == variable.Last || p.Last == nil && p.Same(variable))
		})
	})
}
