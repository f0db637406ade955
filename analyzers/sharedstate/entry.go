package sharedstate

import (
	"go/token"
	"go/types"
	"iter"
	"slices"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
)

// An entry is a struct to which a map, a slice or a field points that a lock guards.

// entryType returns the struct type to which the elements of a map or slice point, or a pointer
// itself; nil for others.
func entryType(t types.Type) *types.Named {
	var elem types.Type
	switch t := t.Underlying().(type) {
	case *types.Map:
		elem = t.Elem()
	case *types.Slice:
		elem = t.Elem()
	case *types.Pointer:
		elem = t
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

// entriesOf lists the values that a function takes out of a map or slice; a pointer is one itself.
func entriesOf(container ssa.Value) (list []ssa.Value) {
	if isPointer(container) {
		return []ssa.Value{container}
	}
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

// An entryUse is the read or write of a field of an entry.
type entryUse struct {
	instr ssa.Instruction
	field *types.Var
	write bool
}

// conflicts reports whether two uses of one entry must not come at once.
func (u entryUse) conflicts(other entryUse) bool {
	return u.field == other.field && (u.write || other.write)
}

// does names what a use does.
func (u entryUse) does() string {
	if u.write {
		return "changes"
	}
	return "reads"
}

// usesOf lists what a function does to the fields of the entry that a value is, also where it
// may be another one that is put into its place. To read or change the entry as a whole is to
// do so to each field.
func usesOf(entry ssa.Value, elem *types.Named) (list []entryUse) {
	for _, p := range merged(entry) {
		for instr, write := range loadsAndStores(p) {
			for field := range elem.Underlying().(*types.Struct).Fields() {
				list = append(list, entryUse{instr, field.Origin(), write})
			}
		}
		for _, ref := range flow.Referrers(p) {
			address, ok := ref.(*ssa.FieldAddr)
			if !ok || !types.Identical(address.X.Type().Underlying().(*types.Pointer).Elem(), elem) {
				continue
			}
			for instr, write := range loadsAndStores(address) {
				list = append(list, entryUse{instr, effects.FieldOf(address), write})
			}
		}
	}
	return list
}

// loadsAndStores yields the instructions that read what stands at an address, and those that
// write it, with true.
func loadsAndStores(address ssa.Value) iter.Seq2[ssa.Instruction, bool] {
	return func(yield func(ssa.Instruction, bool) bool) {
		for _, use := range flow.Referrers(address) {
			store, write := use.(*ssa.Store)
			load, read := use.(*ssa.UnOp)
			if (write && store.Addr == address || read && load.Op == token.MUL) && !yield(use, write) {
				return
			}
		}
	}
}

// merged lists a value and those that it may become where ways come together.
func merged(v ssa.Value) []ssa.Value {
	list := []ssa.Value{v}
	for _, ref := range flow.Referrers(v) {
		if phi, ok := ref.(*ssa.Phi); ok {
			list = append(list, phi)
		}
	}
	return list
}

// lockedUses lists what the package does, under the guard, to the fields of the entries of the
// map or slice that a field holds, or of the one that it points to. What it does only once another
// field of the entry has said that it may is left out: that field may tell who has the entry to
// himself. So is what it does to an entry that it has just put there, or before others come.
func (r *reporter) lockedUses(container *types.Var, elem *types.Named, guard *effects.Guard) (list []entryUse) {
	for _, fn := range r.summaries.Order {
		f := r.summaries.Functions[fn]
		for _, a := range f.Accesses {
			load, ok := a.Instr.(*ssa.UnOp)
			if !ok || a.Write || a.Path.Last != container || !isLocked(guard, a) {
				continue
			}
			for _, entry := range entriesOf(load) {
				uses := usesOf(entry, elem)
				for _, u := range uses {
					if isUnder(f, u.instr, guard) && !(isPointer(load) && (r.orders(fn) || replacedBefore(f, a.Path, u.instr))) && !slices.ContainsFunc(uses, func(other entryUse) bool { return allows(other, u) }) {
						list = append(list, u)
					}
				}
			}
		}
	}
	return list
}

// isUnder reports whether a function holds the guard where it uses what it was handed.
func isUnder(f *effects.Function, instr ssa.Instruction, guard *effects.Guard) bool {
	return heldAtEntry(f, guard) || slices.ContainsFunc(slices.Concat(f.Found, f.Accesses), func(a effects.Access) bool {
		return a.Instr == instr && slices.ContainsFunc(a.Must, func(h effects.Held) bool { return h.Path.Last == guard.Sibling })
	})
}

// isPointer reports whether a value is a pointer.
func isPointer(v ssa.Value) bool {
	_, ok := v.Type().Underlying().(*types.Pointer)
	return ok
}

// replacedBefore reports whether a function may have put another pointer into a field,
// before it uses what the field points to: nobody else may have that yet.
func replacedBefore(f *effects.Function, pointer effects.Path, use ssa.Instruction) bool {
	return slices.ContainsFunc(f.Accesses, func(a effects.Access) bool {
		store, ok := a.Instr.(*ssa.Store)
		return ok && a.Path.Same(pointer) && isPointer(store.Val) && flow.MayFollow(store, use)
	})
}

// allows reports whether a read of another field decides whether a use comes.
func allows(read, u entryUse) bool {
	load, ok := read.instr.(*ssa.UnOp)
	return ok && read.field != u.field && slices.ContainsFunc(flow.BranchesOn(load), func(b *ssa.If) bool {
		return flow.Dominates(b, u.instr) && !joinsBefore(b, u.instr)
	})
}
