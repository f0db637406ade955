package explore

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/link"
	"interleave/analyzers/internal/syncmodel"
)

// isImporteds reports whether an outcome that shows in an imported package is the mistake of that
// package. It is not where the package itself uses what was never meant for more than one
// goroutine, or asks for something at the wrong time. It is called before translate has changed
// the places.
func (o *Outcome) isImporteds() bool {
	for _, p := range o.Places() {
		if p.Via.again {
			return false // what the package passes in comes back at a bad moment
		}
	}
	within := slices.ContainsFunc(o.Places(), func(p Place) bool { return p.Via.within })
	switch o.Kind {
	case Race:
		// A type that has no lock, no atomic and no goroutine is for one goroutine at a time.
		return !slices.ContainsFunc(o.Accesses[:], func(a Access) bool { return isOwn(a.Pos) || takesOwn(a.Held) }) &&
			(within || slices.ContainsFunc(o.Accesses[:], func(a Access) bool { return a.Atomic || len(a.Held) > 0 || isBesideLock(a.Instr) }))
	case Crash:
		switch c := o.Crash; c.Panic {
		case "unlock of unlocked mutex":
			return within || !isOwn(c.Pos) && locks(c.Fn)
		case "negative WaitGroup counter":
			return !isOwn(c.Pos)
		default:
			return !isOwn(c.Pos) && !isOwn(c.Closed) && (within || c.Lane != c.ClosedLane || isOneOfSeveral(c.Instr))
		}
	}
	return o.waitsInImported(within)
}

// waitsInImported is isImporteds for goroutines that are stuck.
func (o *Outcome) waitsInImported(within bool) bool {
	holds := false
	for _, b := range o.Blocked {
		if isOwn(b.Pos) || takesOwn(b.Held) || b.Context != nil && !link.IsForeign(b.Context.Pos()) || b.Holder != nil && isOwn(b.Holder.Acquired) {
			return false
		}
		holds = holds || len(b.Held) > 0 || b.Holder != nil
	}
	b := o.Blocked[0]
	if len(o.Blocked) == 1 && (b.For == WaitReceive || b.For == WaitSelect && !b.Sends) && !holds && b.Fn.Pkg != nil && closesSomething(b.Fn.Pkg) {
		return false // to end it may be left to those who use it
	}
	return within || holds
}

// isBesideLock reports whether an access is to a field of a struct that has a lock as well, or to
// the map or slice in such a field.
func isBesideLock(instr ssa.Instruction) bool {
	return slices.ContainsFunc(instr.Operands(nil), func(operand *ssa.Value) bool {
		field, ok := (*operand).(*ssa.FieldAddr)
		if !ok {
			field, ok = fieldOf(*operand)
		}
		if !ok {
			return false
		}
		for f := range field.X.Type().Underlying().(*types.Pointer).Elem().Underlying().(*types.Struct).Fields() {
			if t, ok := f.Type().(*types.Pointer); syncmodel.IsLock(f.Type()) || ok && syncmodel.IsLock(t.Elem()) {
				return true
			}
		}
		return false
	})
}

// isOwn reports whether a place lies in the package itself.
func isOwn(pos token.Pos) bool { return pos.IsValid() && !link.IsForeign(pos) }

// takesOwn reports whether one of some locks was taken by the package itself.
func takesOwn(held []Lock) bool {
	return slices.ContainsFunc(held, func(l Lock) bool { return isOwn(l.Pos) })
}

// locks reports whether a function takes a lock.
func locks(fn *ssa.Function) bool {
	return flow.Any(fn, func(instr ssa.Instruction) bool {
		call, ok := instr.(ssa.CallInstruction)
		if !ok {
			return false
		}
		op := syncmodel.OfCall(call.Common())
		return op == syncmodel.Lock || op == syncmodel.RLock
	})
}

// isOneOfSeveral reports whether an operation is on a channel that is not the one of the object
// whose method was called.
func isOneOfSeveral(instr ssa.Instruction) bool {
	switch instr := instr.(type) {
	case *ssa.Send:
		return !isReceivers(instr.Chan)
	case *ssa.Call:
		ch := syncmodel.ClosedBy(instr.Common())
		return ch != nil && !isReceivers(ch)
	}
	return false
}

// isReceivers reports whether a value is read from a field of what the function was given.
func isReceivers(v ssa.Value) bool {
	field, ok := fieldOf(v)
	if !ok {
		return false
	}
	_, ok = field.X.(*ssa.Parameter)
	return ok
}

// fieldOf returns the field that a value is read from.
func fieldOf(v ssa.Value) (*ssa.FieldAddr, bool) {
	load, ok := v.(*ssa.UnOp)
	if !ok {
		return nil, false
	}
	field, ok := load.X.(*ssa.FieldAddr)
	return field, ok
}

// closesSomething reports whether a package closes channels or cancels contexts for those who
// use it.
func closesSomething(pkg *ssa.Package) bool {
	for fn := range flow.Methods(pkg) {
		if flow.Any(fn, func(instr ssa.Instruction) bool {
			call, ok := instr.(ssa.CallInstruction)
			if !ok {
				return false
			}
			_, kept := fieldOf(call.Common().Value) // a context's cancel function
			return kept || syncmodel.ClosedBy(call.Common()) != nil
		}) {
			return true
		}
	}
	return false
}
