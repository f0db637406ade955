package waituse

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
)

// An operation is a call on a WaitGroup or an errgroup, made by a function itself or by what it calls,
// in the terms of that function.
type operation struct {
	kind syncmodel.Op
	on   effects.Path
	at   ssa.Instruction // of the function itself
	by   *ssa.Call       // which may stand in a callee
}

// A reached is a function that is so many calls away from the one that was asked about.
type reached struct {
	fn    *ssa.Function
	depth int
}

// maxCalls bounds how many calls deep operations are looked for.
const maxCalls = 2

// operations lists those of operationsOf that are of some kinds.
func (r *reporter) operations(fn *ssa.Function, depth int, kinds ...syncmodel.Op) (list []operation) {
	for _, op := range r.operationsOf(fn, depth) {
		if slices.Contains(kinds, op.kind) {
			list = append(list, op)
		}
	}
	return list
}

// operationsOf lists the calls on groups that a function makes; at depth maxCalls, only
// its own.
func (r *reporter) operationsOf(fn *ssa.Function, depth int) (list []operation) {
	key := reached{fn, depth}
	if list, known := r.calls[key]; known {
		return list
	}
	for instr := range flow.Instructions(fn) {
		call, ok := instr.(*ssa.Call)
		if !ok {
			continue
		}
		switch op := syncmodel.OfCall(call.Common()); op {
		case syncmodel.WaitGroupAdd, syncmodel.WaitGroupDone, syncmodel.WaitGroupWait, syncmodel.WaitGroupGo,
			syncmodel.GroupGo, syncmodel.GroupTryGo, syncmodel.GroupWait:
			if p, ok := effects.PathOf(call.Call.Args[0]); ok {
				list = append(list, operation{op, p, call, call})
			}
			continue
		}
		callee := r.summaries.Local(call.Common())
		if callee == nil || depth == maxCalls {
			continue
		}
		for _, op := range r.operationsOf(callee, depth+1) {
			if p, ok := translate(op.on, call.Call.Args); ok {
				list = append(list, operation{op.kind, p, call, op.by})
			}
		}
	}
	r.calls[key] = list
	return list
}

// translate puts the arguments of a call in place of the callee's parameters.
func translate(p effects.Path, args []ssa.Value) (effects.Path, bool) {
	i := p.Parameter()
	if i < 0 {
		return p, true
	}
	if i >= len(args) {
		return p, false
	}
	q, ok := effects.PathOf(args[i])
	q.Fields += p.Fields
	if p.Last != nil {
		q.Last = p.Last
	}
	return q, ok
}

// of returns those of some operations that are on a group.
func of(list []operation, group effects.Path) (some []operation) {
	for _, op := range list {
		if op.on.Same(group) {
			some = append(some, op)
		}
	}
	return some
}
