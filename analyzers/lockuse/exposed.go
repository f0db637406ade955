package lockuse

import (
	"fmt"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/finding"
	"interleave/analyzers/internal/diagnosis"
	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
	"interleave/analyzers/rules"
)

// exposedLocks reports locks that no deferred call releases, held where code of others is
// called, in a function whose caller recovers from the panics of that code: after one the lock is
// never free again. The search finds those of one function and its data; here it is enough
// that the one calls the other. Who recovers farther up may have something else in mind.
func exposedLocks(pass *analysis.Pass, summaries *effects.Result, found []finding.Finding) (list []finding.Finding) {
	for _, fn := range summaries.Order {
		for _, h := range summaries.Functions[fn].Exposed {
			lock := firstLock(fn, h.Path)
			if lock == nil || toldOf(fn, found) {
				continue
			}
			for _, around := range summaries.Functions[fn].Callers {
				recovery := recovery(around, h.Path)
				if around == fn || recovery == nil || effects.InTest(around) {
					continue
				}
				f := finding.New(pass.Files, "missing-unlock", rules.Likely, lock.Pos(),
					fmt.Sprintf("deadlock: if what %s calls panics, it leaves without unlocking %s, and %s recovers and goes on; whoever locks it next waits for ever",
						diagnosis.FunctionName(fn), h.Path, diagnosis.FunctionName(around)))
				f.Relate(pass.Files, recovery.Pos(), "the panic ends here, and the lock stays taken")
				list = append(list, f)
				break
			}
		}
	}
	return list
}

// firstLock returns the first call in a function that takes a lock.
func firstLock(fn *ssa.Function, lock effects.Path) *ssa.Call {
	for instr := range flow.Instructions(fn) {
		if call, ok := instr.(*ssa.Call); ok && isOn(call, lock, syncmodel.Lock, syncmodel.RLock) {
			return call
		}
	}
	return nil
}

// recovery returns the deferred call of a function that recovers and does not release the
// lock, or nil.
func recovery(fn *ssa.Function, lock effects.Path) *ssa.Defer {
	for instr := range flow.Instructions(fn) {
		d, ok := instr.(*ssa.Defer)
		if !ok || d.Call.StaticCallee() == nil || !flow.Recovers(d.Call.StaticCallee()) {
			continue
		}
		releases := flow.Any(d.Call.StaticCallee(), func(instr ssa.Instruction) bool {
			call, ok := instr.(ssa.CallInstruction)
			return ok && (syncmodel.OfCall(call.Common()) == syncmodel.Unlock || syncmodel.OfCall(call.Common()) == syncmodel.RUnlock)
		})
		if !releases && !repanics(d.Call.StaticCallee()) {
			return d
		}
	}
	return nil
}

// repanics reports whether a function panics: who recovers only to panic again does not go on.
func repanics(fn *ssa.Function) bool {
	return flow.Any(fn, func(instr ssa.Instruction) bool {
		_, ok := instr.(*ssa.Panic)
		return ok
	})
}
