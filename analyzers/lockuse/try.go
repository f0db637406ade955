package lockuse

import (
	"fmt"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/finding"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
	"interleave/analyzers/rules"
)

// ignoredTry reports a TryLock whose result nobody looks at, and a loop that does
// nothing but try.
func ignoredTry(pass *analysis.Pass, try *ssa.Call) (finding.Finding, bool) {
	if op := syncmodel.OfCall(try.Common()); op != syncmodel.TryLock && op != syncmodel.TryRLock {
		return finding.Finding{}, false
	}
	name := try.Common().StaticCallee().Name()
	switch {
	case len(flow.Referrers(try)) == 0:
		f := finding.New(pass.Files, "trylock-ignored", rules.Certain, try.Pos(),
			fmt.Sprintf("maybe unlocked: %s goes on whether %s got the lock or not; when somebody else has it, both use the data", try.Parent().Name(), name))
		f.Fixes = waitForLock(pass, f.Pos)
		return f, true
	case spins(try):
		return finding.New(pass.Files, "trylock-ignored", rules.Likely, try.Pos(),
			fmt.Sprintf("busy loop: %s tries again and again at the full speed of a processor until it has the lock; Lock waits without work", try.Parent().Name())), true
	}
	return finding.Finding{}, false
}

// spins reports whether a try that fails leads back to itself, past nothing but Gosched.
func spins(try *ssa.Call) bool {
	if !flow.InLoop(try) {
		return false
	}
	works := func(instr ssa.Instruction) bool {
		switch instr := instr.(type) {
		case *ssa.Call:
			return syncmodel.OfCall(instr.Common()) != syncmodel.Yield
		case *ssa.Jump, *ssa.If, *ssa.FieldAddr, *ssa.UnOp:
			return false
		}
		return true
	}
	itself := func(instr ssa.Instruction) bool { return instr == try }
	// Only the ways that come back count: those of a failed try.
	leaves := func(from, to *ssa.BasicBlock) bool { return to != try.Block() && !flow.Reaches(to, try.Block()) }
	return flow.Find(try, works, itself, leaves) == nil
}
