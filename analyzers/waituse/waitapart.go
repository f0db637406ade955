package waituse

import (
	"fmt"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/diagnosis"
	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
	"interleave/analyzers/rules"
)

// lateAddApart reports a goroutine that begins by counting itself, in a group that a field
// or a package variable holds, for which another function waits than the one that starts
// the goroutine: who calls one after the other may wait for nothing.
func (r *reporter) lateAddApart(s start) {
	if _, ok := s.instr.(*ssa.Go); !ok {
		return
	}
	fn := s.instr.Parent()
	for _, add := range r.operations(s.body, maxCalls-1, syncmodel.WaitGroupAdd) {
		if !outlives(add.on) || flow.InLoop(add.at) || !r.comesFirst(add.at) || !r.comesFirst(add.by) || !r.countsOut(s.body, add) {
			continue
		}
		if len(alike(r.operations(fn, 0, syncmodel.WaitGroupAdd, syncmodel.WaitGroupGo), add)) > 0 || r.addsElsewhere(s, add) {
			continue
		}
		wait := r.waitApart(s, add)
		if wait == nil {
			continue
		}
		f := r.findings.Add(r.pass.Files, "add-inside-goroutine", rules.Likely, add.by.Pos(),
			fmt.Sprintf("missed wait: Add is called inside the goroutine that %s starts, so %s may reach Wait before it and not wait at all; call Add before the go statement", diagnosis.FunctionName(fn), diagnosis.FunctionName(wait.Parent())))
		f.Relate(r.pass.Files, wait.Pos(), "this Wait may come before the Add")
		f.Relate(r.pass.Files, s.instr.Pos(), "the goroutine is started here")
		f.Fixes = r.addBefore(s, add.by)
	}
}

// outlives reports whether a group is there for several calls: a field, or a package variable.
func outlives(group effects.Path) bool {
	_, global := group.Root.(*ssa.Global)
	return global || group.Last != nil
}

// alike returns those of some operations whose group has the declaration of that of another.
func alike(list []operation, as operation) (some []operation) {
	for _, op := range list {
		if op.on.Declaration() == as.on.Declaration() {
			some = append(some, op)
		}
	}
	return some
}

// countsOut reports whether a goroutine itself calls Done, deferred perhaps or in what it
// calls, for what an Add in it has counted. Otherwise the Add is for somebody else.
func (r *reporter) countsOut(body *ssa.Function, add operation) bool {
	seen := make(map[*ssa.Function]bool)
	var within func(fn *ssa.Function) bool
	done := func(instr ssa.Instruction) bool {
		call, ok := instr.(ssa.CallInstruction)
		if _, starts := instr.(*ssa.Go); !ok || starts {
			return false
		}
		if syncmodel.OfCall(call.Common()) == syncmodel.WaitGroupDone {
			group, ok := effects.PathOf(call.Common().Args[0])
			return ok && group.Declaration() == add.on.Declaration()
		}
		callee := r.summaries.Local(call.Common())
		return callee != nil && within(callee)
	}
	within = func(fn *ssa.Function) bool {
		if seen[fn] {
			return false
		}
		seen[fn] = true
		return flow.Any(fn, done)
	}
	return within(body) || within(add.by.Parent())
}

// waitApart returns a Wait, in another function than the goroutine and the one that starts
// it, that nothing orders after the Add; nil if there is none.
func (r *reporter) waitApart(s start, add operation) *ssa.Call {
	told := r.wordsOf(s.body, add.on)
	seen := told
	seen.anything = false // the one that starts it goes on with work of its own
	if r.hearsAround(s.instr, flow.MayFollow, seen) {
		return nil
	}
	for _, fn := range r.summaries.Order {
		if fn == s.body || fn == s.instr.Parent() || fn == add.by.Parent() {
			continue
		}
		for _, wait := range alike(r.operations(fn, maxCalls, syncmodel.WaitGroupWait), add) {
			if !r.hearsAround(wait.by, precedes, told) && r.comesUnordered(fn, told) {
				return wait.by
			}
		}
	}
	return nil
}

// precedes reports whether the second instruction may be executed before the first.
func precedes(first, second ssa.Instruction) bool { return flow.MayFollow(second, first) }

// comesUnordered reports whether a function may be called without a word from a goroutine
// before: by code that is not seen, by the runtime, or by a function of the package that
// hears none.
func (r *reporter) comesUnordered(fn *ssa.Function, told words) bool {
	if isOpen(fn) || effects.IsMain(fn) || isTest(fn) {
		return true
	}
	for _, caller := range r.summaries.Order {
		for instr := range flow.Instructions(caller) {
			call, ok := instr.(ssa.CallInstruction)
			if !ok || r.summaries.Local(call.Common()) != fn {
				continue
			}
			before := precedes
			if _, deferred := instr.(*ssa.Defer); deferred {
				before = func(_, _ ssa.Instruction) bool { return true }
			}
			if !r.hearsAround(instr, before, told) {
				return true
			}
		}
	}
	return false
}

// isOpen reports whether code outside the package can call a function: it, and the type that
// it is a method of, are exported by a package that can be imported.
func isOpen(fn *ssa.Function) bool {
	if !effects.Exported(fn) || fn.Pkg.Pkg.Name() == "main" {
		return false
	}
	recv := fn.Signature.Recv()
	if recv == nil {
		return true
	}
	t := recv.Type()
	if ptr, ok := t.(*types.Pointer); ok {
		t = ptr.Elem()
	}
	named, ok := types.Unalias(t).(*types.Named)
	return ok && named.Obj().Exported()
}
