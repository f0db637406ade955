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

// unlocksAnother reports an Unlock in a function that has taken the lock for reading only, or the other
// way round: nobody can hold the other one meanwhile, so the call ends the program.
func unlocksAnother(pass *analysis.Pass, summaries *effects.Result, unlock ssa.CallInstruction, found []finding.Finding) (finding.Finding, bool) {
	none := finding.Finding{}
	op := syncmodel.OfCall(unlock.Common())
	takes, right := syncmodel.RLock, "RUnlock"
	switch op {
	case syncmodel.Unlock:
	case syncmodel.RUnlock:
		takes, right = syncmodel.Lock, "Unlock"
	default:
		return none, false
	}
	if unlock.Common().IsInvoke() || diagnosis.InTest(pass, unlock.Pos()) || syncmodel.Callee(unlock.Common()).Pkg().Path() != "sync" {
		return none, false // a wrapper's method may do either
	}
	place := placeOf(unlock.Common().Args[0])
	var lock ssa.Instruction
	for instr := range flow.Instructions(unlock.Parent()) {
		call, ok := instr.(ssa.CallInstruction)
		if ok && leavesOtherwise(summaries, call, place) {
			return none, false
		}
		if !ok || call.Common().IsInvoke() || len(call.Common().Args) == 0 || !placeOf(call.Common().Args[0]).Same(place) {
			continue
		}
		switch syncmodel.OfCall(call.Common()) {
		case takes:
			lock = instr
		case op:
		default:
			return none, false // it takes the lock both ways, or gives it back as well
		}
	}
	if lock == nil || !flow.Dominates(lock, unlock) {
		return none, false
	}
	took, gives := syncmodel.Callee(lock.(ssa.CallInstruction).Common()).Name(), syncmodel.Callee(unlock.Common()).Name()
	f := finding.New(pass.Files, "unlock-of-unlocked", rules.Certain, unlock.Pos(),
		fmt.Sprintf("panic: %s takes the lock with %s and gives it back with %s, which ends the program; %s was meant", diagnosis.FunctionName(unlock.Parent()), took, gives, right))
	if slices.ContainsFunc(found, func(other finding.Finding) bool { return other.Rule == f.Rule && other.Pos == f.Pos }) {
		return none, false
	}
	f.Relate(pass.Files, lock.Pos(), "the lock is taken here")
	f.Fixes = unlockAsLocked(pass, f.Pos)
	return f, true
}

// leavesOtherwise reports whether a call leaves a lock in another state than it has found it in.
func leavesOtherwise(summaries *effects.Result, call ssa.CallInstruction, lock effects.Path) bool {
	f := summaries.Functions[summaries.Local(call.Common())]
	return f != nil && (slices.ContainsFunc(f.Net, func(h effects.Held) bool { return h.Path.Declaration() == lock.Declaration() }) ||
		slices.ContainsFunc(f.Drops, func(p effects.Path) bool { return p.Declaration() == lock.Declaration() }))
}

// placeOf returns the path of an address, from whatever value it starts: an element that a loop
// looks at has a name in no other function, and in this one it has.
func placeOf(v ssa.Value) effects.Path {
	if p, ok := effects.PathOf(v); ok {
		return p
	}
	if field, ok := v.(*ssa.FieldAddr); ok {
		p := placeOf(field.X)
		p.Last = effects.FieldOf(field)
		p.Fields += "." + p.Last.Name()
		return p
	}
	return effects.Path{Root: v}
}
