package lockuse

import (
	"fmt"
	"go/ast"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/finding"
	"interleave/analyzers/internal/diagnosis"
	"interleave/analyzers/internal/edit"
	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
	"interleave/analyzers/rules"
)

// leavesElementLocked reports a return at which a function still holds the lock of an element that it
// looks at, where it unlocks that element on other ways. An element has no name that the summaries know, so
// the function must do all of it itself: not keep the element for somebody else, nor have another function
// that gives back what it has not taken.
func leavesElementLocked(pass *analysis.Pass, summaries *effects.Result, lock *ssa.Call) (finding.Finding, bool) {
	none := finding.Finding{}
	op := syncmodel.OfCall(lock.Common())
	if op != syncmodel.Lock && op != syncmodel.RLock || lock.Call.IsInvoke() {
		return none, false
	}
	if _, named := effects.PathOf(lock.Call.Args[0]); named {
		return none, false
	}
	place := placeOf(lock.Call.Args[0])
	unlocked := false
	onElement := func(call ssa.CallInstruction) bool {
		return !call.Common().IsInvoke() && len(call.Common().Args) > 0 && placeOf(call.Common().Args[0]).Same(place)
	}
	gives := func(instr ssa.Instruction) bool {
		call, ok := instr.(ssa.CallInstruction)
		if !ok {
			return false
		}
		if op := syncmodel.OfCall(call.Common()); (op == syncmodel.Unlock || op == syncmodel.RUnlock) && onElement(call) {
			return true
		}
		// Whoever is given the element may unlock it.
		return instr != lock && slices.Contains(call.Common().Args, place.Root)
	}
	for instr := range flow.Instructions(lock.Parent()) {
		switch instr := instr.(type) {
		case *ssa.Call:
			unlocked = unlocked || instr != lock && gives(instr) && flow.MayFollow(lock, instr)
		case *ssa.Defer:
			if gives(instr) {
				return none, false
			}
		case *ssa.MakeClosure:
			if slices.Contains(instr.Bindings, place.Root) || slices.ContainsFunc(instr.Bindings, func(b ssa.Value) bool { return placeOf(b).Same(place) }) {
				return none, false
			}
		}
	}
	if !unlocked || isKept(place.Root) || slices.ContainsFunc(summaries.Order, func(fn *ssa.Function) bool { return onlyUnlocks(fn, place) }) {
		return none, false
	}
	out, ok := flow.Find(lock, func(instr ssa.Instruction) bool { _, returns := instr.(*ssa.Return); return returns }, gives, nil).(*ssa.Return)
	if !ok || !out.Pos().IsValid() || slices.Contains(out.Results, place.Root) {
		return none, false
	}
	name := "the lock"
	for _, n := range finding.Enclosing(pass.Files, lock.Pos()) {
		if call, ok := n.(ast.Expr); ok {
			if on, _, ok := edit.Method(call); ok {
				name = edit.Text(pass, on)
				break
			}
		}
	}
	f := finding.New(pass.Files, "missing-unlock", rules.Likely, out.Pos(),
		fmt.Sprintf("deadlock: %s returns here without unlocking %s, which it unlocks on its other ways; whoever locks it next waits for ever", diagnosis.FunctionName(lock.Parent()), name))
	f.Relate(pass.Files, lock.Pos(), "the lock is taken here")
	return f, true
}

// isKept reports whether a value is stored, or has another name as well.
func isKept(v ssa.Value) bool {
	return slices.ContainsFunc(flow.Referrers(v), func(ref ssa.Instruction) bool {
		switch ref := ref.(type) {
		case *ssa.Store:
			return ref.Val == v
		case *ssa.MapUpdate, *ssa.Phi, *ssa.Send, *ssa.MakeInterface:
			return true
		}
		return false
	})
}

// onlyUnlocks reports whether a function unlocks such a lock, of whatever object, and locks none.
func onlyUnlocks(fn *ssa.Function, lock effects.Path) bool {
	locks, gives := false, false
	for instr := range flow.Instructions(fn) {
		call, ok := instr.(ssa.CallInstruction)
		if !ok || call.Common().IsInvoke() || len(call.Common().Args) == 0 || placeOf(call.Common().Args[0]).Last != lock.Last {
			continue
		}
		switch syncmodel.OfCall(call.Common()) {
		case syncmodel.Lock, syncmodel.RLock:
			locks = true
		case syncmodel.Unlock, syncmodel.RUnlock:
			gives = true
		}
	}
	return gives && !locks
}
