package sharedstate

import (
	"fmt"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/finding"
	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/rules"
)

// spareRoom reports an append to the slice in a field in goroutines that a loop starts, which do not
// put the result back: where the slice has room left, as one that was built by append mostly has,
// all of them write into the same memory.
func (r *reporter) spareRoom(fn *ssa.Function) (list []finding.Finding) {
	if fn.Parent() == nil || !startedInLoop(fn) {
		return nil
	}
	for instr := range flow.Instructions(fn) {
		call, ok := instr.(*ssa.Call)
		if !ok || !isBuiltin(call, "append") {
			continue
		}
		load, ok := call.Call.Args[0].(*ssa.UnOp)
		if !ok || load.Op != token.MUL {
			continue
		}
		field, ok := load.X.(*ssa.FieldAddr)
		if !ok || !outside(field.X) || slices.ContainsFunc(flow.Referrers(call), func(ref ssa.Instruction) bool { return storesTo(ref, effects.FieldOf(field)) }) || !r.grows(field) || r.underLock(call) {
			continue
		}
		p, ok := effects.PathOf(field)
		if !ok {
			continue
		}
		list = append(list, r.form("concurrent-append", rules.Likely, call.Pos(),
			fmt.Sprintf("data race: each of these goroutines appends to %s itself; where it has room left, they write into the same memory: slices.Concat makes a new slice", p)))
	}
	return list
}

// startedInLoop reports whether the function around a literal starts it in a loop.
func startedInLoop(fn *ssa.Function) bool {
	return flow.Any(fn.Parent(), func(instr ssa.Instruction) bool {
		call, ok := instr.(ssa.CallInstruction)
		return ok && flow.InLoop(instr) && slices.Contains(effects.Spawned(call), fn)
	})
}

// outside reports whether an object is not the goroutine's own: its literal captures it.
func outside(v ssa.Value) bool {
	load, ok := v.(*ssa.UnOp)
	if ok {
		v = load.X
	}
	_, captured := v.(*ssa.FreeVar)
	return captured
}

// storesTo reports whether an instruction stores in a field.
func storesTo(instr ssa.Instruction, field *types.Var) bool {
	store, ok := instr.(*ssa.Store)
	if !ok {
		return false
	}
	at, ok := store.Addr.(*ssa.FieldAddr)
	return ok && effects.FieldOf(at) == field
}

// grows reports whether some function of the package appends to a field.
func (r *reporter) grows(field *ssa.FieldAddr) bool {
	return slices.ContainsFunc(r.summaries.Order, func(fn *ssa.Function) bool {
		return flow.Any(fn, func(instr ssa.Instruction) bool {
			store, ok := instr.(*ssa.Store)
			if !ok || !storesTo(instr, effects.FieldOf(field)) {
				return false
			}
			call, ok := store.Val.(*ssa.Call)
			return ok && isBuiltin(call, "append")
		})
	})
}
