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

// deferredInTurn reports a deferred Unlock in a loop that comes back to the Lock before it, with nothing that
// unlocks on the way: the second turn waits for the first one's lock, which the function
// gives back when it ends.
func deferredInTurn(pass *analysis.Pass, summaries *effects.Result, d *ssa.Defer, found []finding.Finding) (finding.Finding, bool) {
	none := finding.Finding{}
	if syncmodel.OfCall(d.Common()) != syncmodel.Unlock || d.Common().IsInvoke() || !flow.InLoop(d) {
		return none, false
	}
	lock, ok := effects.PathOf(d.Call.Args[0])
	if !ok || changesIn(d.Parent(), lock) {
		return none, false
	}
	u := &unlocks{summaries, lock, make(map[*ssa.Function]bool)}
	stops := func(instr ssa.Instruction) bool {
		_, deferred := instr.(*ssa.Defer)
		return !deferred && u.may(instr)
	}
	next := flow.Find(d, func(instr ssa.Instruction) bool {
		call, ok := instr.(*ssa.Call)
		return ok && isOn(call, lock, syncmodel.Lock) && flow.Dominates(call, d)
	}, stops, nil)
	if next == nil {
		return none, false
	}
	name := diagnosis.FunctionName(d.Parent())
	f := finding.New(pass.Files, "defer-unlock-in-loop", rules.Likely, next.Pos(),
		fmt.Sprintf("deadlock: the next turn of the loop locks %s again, but the deferred unlock waits for the end of %s", lock, name))
	if slices.ContainsFunc(found, func(other finding.Finding) bool { return other.Pos == f.Pos }) {
		return none, false
	}
	f.Relate(pass.Files, d.Pos(), "this runs when "+name+" ends, not at the end of the turn")
	return f, true
}
