package sharedstate

import (
	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/flow"
)

// isFresh reports whether an instruction writes to an object that its function has made,
// before anybody else may have it: nobody can use it at the same time.
func isFresh(instr ssa.Instruction) bool {
	store, ok := instr.(*ssa.Store)
	if !ok {
		return false
	}
	made := madeBy(store.Addr)
	return made != nil && !flow.Any(made.Parent(), func(use ssa.Instruction) bool {
		return givesAway(use, made) && comesAfter(use, store, made)
	})
}

// madeBy returns the variable or object that an address points into; nil where another
// function may have made it.
func madeBy(address ssa.Value) *ssa.Alloc {
	for {
		field, ok := address.(*ssa.FieldAddr)
		if !ok {
			break
		}
		address = field.X
	}
	made, _ := address.(*ssa.Alloc)
	return made
}

// givesAway reports whether an instruction may let others have the address of an object,
// or of a part of it: it uses it other than to read or write there.
func givesAway(use ssa.Instruction, made *ssa.Alloc) bool {
	switch use := use.(type) {
	case *ssa.DebugRef, *ssa.FieldAddr, *ssa.UnOp:
		return false
	case *ssa.Store:
		return madeBy(use.Val) == made
	}
	for _, op := range use.Operands(nil) {
		if *op != nil && madeBy(*op) == made {
			return true
		}
	}
	return false
}

// comesAfter reports whether an instruction can be executed after another for the same
// object.
func comesAfter(first, second ssa.Instruction, made *ssa.Alloc) bool {
	return flow.Find(first,
		func(i ssa.Instruction) bool { return i == second },
		func(i ssa.Instruction) bool { return i == made }, nil) != nil
}
