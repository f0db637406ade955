package tasks

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
)

// maxAsking bounds the calls between a function and the atomic that it asks.
const maxAsking = 3

// asksWhetherPublished reports whether a function that reads without the lock may know
// that the write of another is over: that one says so afterwards in an atomic of the
// same object, and the reader asks this atomic.
func asksWhetherPublished(summaries *effects.Result, reader *ssa.Function, write effects.Access) bool {
	for instr := range flow.Instructions(write.Instr.Parent()) {
		call, ok := instr.(*ssa.Call)
		if !ok || !flow.MayFollow(write.Instr, call) {
			continue
		}
		if field := setOn(summaries, call, write.Path.Base()); field != nil && asks(summaries, reader, field, 0) {
			return true
		}
	}
	return false
}

// setOn returns the atomic field of an object that a call sets, itself or in the function
// that it calls; nil if there is none.
func setOn(summaries *effects.Result, call *ssa.Call, object effects.Path) *types.Var {
	if p, ok := atomicOf(call, false); ok && p.Base().Same(object) {
		return p.Last
	}
	callee := summaries.Local(call.Common())
	if callee == nil {
		return nil
	}
	for instr := range flow.Instructions(callee) {
		p, ok := atomicOf(instr, false)
		if !ok || p.Parameter() < 0 || p.Base().Fields != "" {
			continue
		}
		if q, ok := effects.PathOf(call.Call.Args[p.Parameter()]); ok && q.Same(object) {
			return p.Last
		}
	}
	return nil
}

// asks reports whether a function reads an atomic field, itself or in what it calls.
func asks(summaries *effects.Result, fn *ssa.Function, field *types.Var, depth int) bool {
	return flow.Any(fn, func(instr ssa.Instruction) bool {
		if p, ok := atomicOf(instr, true); ok && p.Last == field {
			return true
		}
		call, ok := instr.(*ssa.Call)
		if !ok || depth == maxAsking {
			return false
		}
		callee := summaries.Local(call.Common())
		return callee != nil && asks(summaries, callee, field, depth+1)
	})
}

// atomicOf returns the field that an atomic operation works on: one that reads it, or one
// that writes it.
func atomicOf(instr ssa.Instruction, read bool) (effects.Path, bool) {
	call, ok := instr.(*ssa.Call)
	if !ok || len(call.Call.Args) == 0 {
		return effects.Path{}, false
	}
	ops := []syncmodel.Op{syncmodel.AtomicStore, syncmodel.AtomicAdd, syncmodel.AtomicAndOr, syncmodel.AtomicSwap, syncmodel.AtomicCompareAndSwap}
	if read {
		ops = []syncmodel.Op{syncmodel.AtomicLoad}
	}
	if !slices.Contains(ops, syncmodel.OfCall(call.Common())) {
		return effects.Path{}, false
	}
	p, ok := effects.PathOf(call.Call.Args[0])
	return p, ok && p.Last != nil
}
