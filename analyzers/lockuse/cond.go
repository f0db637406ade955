package lockuse

import (
	"fmt"
	"go/constant"
	"go/token"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/finding"
	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
	"interleave/analyzers/rules"
)

// waitWithoutLoop reports a Wait on a condition variable that an if decides about,
// not a loop: when it returns, the condition may be false again. A flag that is set
// once and stays set does not change back; then the if is right.
func waitWithoutLoop(pass *analysis.Pass, summaries *effects.Result, call *ssa.Call) (finding.Finding, bool) {
	if !waitsOnCond(summaries, call) || flow.InLoop(call) {
		return finding.Finding{}, false
	}
	var branch *ssa.If
	for b := call.Block().Idom(); b != nil; b = b.Idom() {
		last, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If)
		if ok && (flow.OnlyAfter(b, 0, call.Block()) || flow.OnlyAfter(b, 1, call.Block())) && passesBy(b, call.Block()) && !staysSet(pass, last.Cond) {
			branch = last
		}
	}
	if branch == nil || checksAgain(call, branch) {
		return finding.Finding{}, false
	}
	f := finding.New(pass.Files, "cond-wait-without-loop", rules.Likely, call.Pos(),
		fmt.Sprintf("stale condition: %s waits once, under an if; when Wait returns, another goroutine may have changed the condition again, so it must be checked in a loop", call.Parent().Name()))
	f.Relate(pass.Files, branch.Cond.Pos(), "the condition is checked only once, here")
	f.Fixes = checkInLoop(pass, f.Pos)
	return f, true
}

// waitsOnCond reports whether a call waits on a condition variable, or names a function that does little else.
func waitsOnCond(summaries *effects.Result, call *ssa.Call) bool {
	if syncmodel.OfCall(call.Common()) == syncmodel.CondWait {
		return true
	}
	callee := summaries.Local(call.Common())
	return callee != nil && len(callee.Blocks) == 1 && flow.Any(callee, func(instr ssa.Instruction) bool {
		wait, ok := instr.(*ssa.Call)
		return ok && syncmodel.OfCall(wait.Common()) == syncmodel.CondWait
	})
}

// passesBy reports whether one side of a branch goes by a block and meets what comes
// after it: the branch decides about the block alone, it does not leave.
func passesBy(branch, b *ssa.BasicBlock) bool {
	other := branch.Succs[0]
	if other.Dominates(b) {
		other = branch.Succs[1]
	}
	for _, after := range b.Parent().Blocks {
		if after != b && flow.Reaches(b, after) && (after == other || flow.Reaches(other, after)) {
			return true
		}
	}
	return false
}

// checksAgain reports whether the first decision after the Wait, whatever happened,
// is made from what the condition was made of.
func checksAgain(call *ssa.Call, branch *ssa.If) bool {
	b := call.Block()
	for range call.Parent().Blocks {
		if len(b.Succs) != 1 {
			break
		}
		b = b.Succs[0]
	}
	next, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If)
	if !ok || next == branch {
		return false
	}
	var checked []effects.Path
	loads(branch.Cond, 0, func(p effects.Path) { checked = append(checked, p) })
	again := false
	loads(next.Cond, 0, func(p effects.Path) { again = again || slices.ContainsFunc(checked, p.Same) })
	return again
}

// maxTerms bounds how deep into a condition loads looks.
const maxTerms = 4

// loads calls yield for the places that a condition is computed from.
func loads(v ssa.Value, depth int, yield func(effects.Path)) {
	if depth > maxTerms {
		return
	}
	switch v := v.(type) {
	case *ssa.UnOp:
		if p, ok := effects.PathOf(v.X); ok {
			yield(p)
		} else {
			loads(v.X, depth+1, yield)
		}
	case *ssa.BinOp:
		loads(v.X, depth+1, yield)
		loads(v.Y, depth+1, yield)
	case *ssa.Call:
		for _, a := range v.Call.Args {
			loads(a, depth+1, yield)
		}
	}
}

// staysSet reports whether a condition is a flag to which the package only ever
// assigns one value.
func staysSet(pass *analysis.Pass, cond ssa.Value) bool {
	if not, ok := cond.(*ssa.UnOp); ok && not.Op == token.NOT {
		cond = not.X
	}
	load, ok := cond.(*ssa.UnOp)
	if !ok {
		return false
	}
	flag, ok := effects.PathOf(load.X)
	if !ok {
		return false
	}
	return len(assigned(pass, flag)) == 1
}

// assigned returns the constants that the package assigns to a flag; none if it assigns
// anything else as well.
func assigned(pass *analysis.Pass, flag effects.Path) map[bool]bool {
	values := make(map[bool]bool)
	for _, fn := range pass.ResultOf[effects.Analyzer].(*effects.Result).Order {
		for instr := range flow.Instructions(fn) {
			store, ok := instr.(*ssa.Store)
			if !ok {
				continue
			}
			p, ok := effects.PathOf(store.Addr)
			if !ok || p.Declaration() != flag.Declaration() {
				continue
			}
			c, ok := store.Val.(*ssa.Const)
			if !ok || c.Value == nil || c.Value.Kind() != constant.Bool {
				return nil
			}
			values[constant.BoolVal(c.Value)] = true
		}
	}
	return values
}
