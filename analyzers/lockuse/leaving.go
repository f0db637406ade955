package lockuse

import (
	"fmt"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/finding"
	"interleave/analyzers/internal/diagnosis"
	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
	"interleave/analyzers/rules"
)

// leavesLocked reports returns at which a function still holds a lock that it gives back
// before others. The search finds them where it comes by; data decide that it does not.
func leavesLocked(pass *analysis.Pass, summaries *effects.Result, found []finding.Finding) (list []finding.Finding) {
	for fn, l := range summaries.Forgotten() {
		if l.At == nil || !l.At.Pos().IsValid() || switchedOff(l.At.Block()) || toldOf(fn, found) {
			continue
		}
		lock := takes(fn, l)
		if lock == nil || !givesBack(fn, lock, l) || runsGiven(fn, lock, l) {
			continue
		}
		f := finding.New(pass.Files, "missing-unlock", rules.Likely, l.At.Pos(),
			fmt.Sprintf("deadlock: %s returns here without unlocking %s, which it unlocks before it returns elsewhere; whoever locks it next waits for ever", diagnosis.FunctionName(fn), l.Path))
		f.Relate(pass.Files, lock.Pos(), "the lock is taken here")
		f.Fixes = deferForgotten(pass, lock.Pos())
		list = append(list, f)
	}
	return list
}

// switchedOff reports whether a block stands under a condition that is a constant: nobody gets
// there, or everybody.
func switchedOff(b *ssa.BasicBlock) bool {
	for at := b.Idom(); at != nil; at = at.Idom() {
		if branch, ok := at.Instrs[len(at.Instrs)-1].(*ssa.If); ok {
			if _, constant := branch.Cond.(*ssa.Const); constant {
				return true
			}
		}
	}
	return false
}

// toldOf reports whether a report about an unlock that is missing stands in a function.
func toldOf(fn *ssa.Function, found []finding.Finding) bool {
	return fn.Syntax() == nil || slices.ContainsFunc(found, func(f finding.Finding) bool {
		return f.Rule == "missing-unlock" && fn.Syntax().Pos() <= f.Pos && f.Pos < fn.Syntax().End()
	})
}

// takes returns the call that takes the lock before every way to the return, or nil.
func takes(fn *ssa.Function, l effects.Leaving) *ssa.Call {
	for instr := range flow.Instructions(fn) {
		if call, ok := instr.(*ssa.Call); ok && isOn(call, l.Path, syncmodel.Lock, syncmodel.RLock) && flow.Dominates(call, l.At) {
			return call
		}
	}
	return nil
}

// givesBack reports whether a function unlocks what it has locked, itself and on another way.
func givesBack(fn *ssa.Function, lock *ssa.Call, l effects.Leaving) bool {
	return flow.Any(fn, func(instr ssa.Instruction) bool {
		call, ok := instr.(*ssa.Call)
		return ok && isOn(call, l.Path, syncmodel.Unlock, syncmodel.RUnlock) && flow.MayFollow(lock, call)
	})
}

// runsGiven reports whether, between the lock and the return, a function value is called:
// it may be there to unlock.
func runsGiven(fn *ssa.Function, lock *ssa.Call, l effects.Leaving) bool {
	return flow.Any(fn, func(instr ssa.Instruction) bool {
		call, ok := instr.(*ssa.Call)
		if !ok || call.Call.IsInvoke() || call.Call.StaticCallee() != nil {
			return false
		}
		_, builtin := call.Call.Value.(*ssa.Builtin)
		return !builtin && flow.MayFollow(lock, call) && flow.MayFollow(call, l.At)
	})
}

// isOn reports whether a call is one of some operations on a lock.
func isOn(call *ssa.Call, lock effects.Path, ops ...syncmodel.Op) bool {
	if call.Call.IsInvoke() || !slices.Contains(ops, syncmodel.OfCall(call.Common())) {
		return false
	}
	p, ok := effects.PathOf(call.Call.Args[0])
	return ok && p.Same(lock)
}
