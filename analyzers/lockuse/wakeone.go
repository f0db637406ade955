package lockuse

import (
	"fmt"
	"go/ast"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/finding"
	"interleave/analyzers/internal/diagnosis"
	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
	"interleave/analyzers/rules"
)

// wakesOne reports a Signal that tells of a flag which is set for good: all those whose
// loops look at it have to go on, and one of them is woken.
func wakesOne(pass *analysis.Pass, summaries *effects.Result, signal *ssa.Call) (finding.Finding, bool) {
	none := finding.Finding{}
	if syncmodel.OfCall(signal.Common()) != syncmodel.CondSignal || flow.InLoop(signal) {
		return none, false
	}
	cond, ok := effects.PathOf(signal.Call.Args[0])
	fn := signal.Parent()
	if !ok || wakes(summaries, fn, cond, 0) > 1 {
		return none, false // for each of them, perhaps
	}
	for instr := range flow.Instructions(fn) {
		store, ok := instr.(*ssa.Store)
		if !ok || !flow.MayFollow(store, signal) && !flow.MayFollow(signal, store) {
			continue
		}
		flag, ok := effects.PathOf(store.Addr)
		if !ok || isOpen(flag) {
			continue
		}
		if values := assigned(pass, flag); !values[true] || values[false] {
			continue
		}
		wait := manyWaitFor(summaries, cond, flag)
		if wait == nil {
			continue
		}
		f := finding.New(pass.Files, "cond-never-signalled", rules.Likely, signal.Pos(),
			fmt.Sprintf("deadlock: %s sets %s, which concerns all who wait, and Signal wakes only one of those that wait at line %d; Broadcast wakes all", diagnosis.FunctionName(fn), flag, pass.Fset.Position(wait.Pos()).Line))
		f.Relate(pass.Files, wait.Pos(), "several may wait here, and one is woken")
		f.Relate(pass.Files, store.Pos(), "all of them have to go on from here")
		f.Fixes = broadcast(pass, signal)
		return f, true
	}
	return none, false
}

// wakes counts the Signals that a function makes on a condition variable, itself or in what
// it calls; a Broadcast counts as many.
func wakes(summaries *effects.Result, fn *ssa.Function, cond effects.Path, depth int) (n int) {
	for instr := range flow.Instructions(fn) {
		n += wakesAt(summaries, instr, cond, depth)
	}
	return n
}

// wakesAt counts them for one instruction.
func wakesAt(summaries *effects.Result, instr ssa.Instruction, cond effects.Path, depth int) (n int) {
	call, ok := instr.(ssa.CallInstruction)
	if !ok {
		return 0
	}
	switch op := syncmodel.OfCall(call.Common()); op {
	case syncmodel.CondSignal, syncmodel.CondBroadcast:
		if p, ok := effects.PathOf(call.Common().Args[0]); ok && p.Declaration() != cond.Declaration() {
			return 0
		}
		if op == syncmodel.CondBroadcast {
			return 2
		}
		return 1
	}
	for _, callee := range functionsIn(instr) {
		if summaries.Functions[callee] != nil && depth < maxTerms {
			n += wakes(summaries, callee, cond, depth+1)
		}
	}
	return n
}

// manyWaitFor returns a Wait on a condition variable at which several goroutines may be at
// once, in a loop that looks at a flag, unless who is woken there wakes the next one.
func manyWaitFor(summaries *effects.Result, cond, flag effects.Path) *ssa.Call {
	for _, fn := range summaries.Order {
		for instr := range flow.Instructions(fn) {
			wait, ok := instr.(*ssa.Call)
			if !ok || syncmodel.OfCall(wait.Common()) != syncmodel.CondWait || !looksAt(wait, flag) {
				continue
			}
			on, ok := effects.PathOf(wait.Call.Args[0])
			if !ok || on.Declaration() != cond.Declaration() || wakes(summaries, fn, cond, 0) > 0 {
				continue
			}
			if isForMany(summaries, wait, on, func(caller *ssa.Function) bool { return wakes(summaries, caller, cond, 0) > 0 }) {
				return wait
			}
		}
	}
	return nil
}

// isOpen reports whether other packages see a field or variable.
func isOpen(p effects.Path) bool {
	if p.Last != nil {
		return p.Last.Exported() && p.Last.Pkg().Name() != "main"
	}
	g, ok := p.Root.(*ssa.Global)
	return ok && g.Object() != nil && g.Object().Exported() && g.Pkg.Pkg.Name() != "main"
}

// looksAt reports whether the loop around a Wait decides by a flag.
func looksAt(wait *ssa.Call, flag effects.Path) (looks bool) {
	for _, b := range wait.Parent().Blocks {
		branch, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If)
		if !ok || !flow.Reaches(b, wait.Block()) || !flow.Reaches(wait.Block(), b) {
			continue
		}
		loads(branch.Cond, 0, func(p effects.Path) { looks = looks || p.Declaration() == flag.Declaration() })
	}
	return looks
}

// broadcast puts Broadcast in the place of Signal.
func broadcast(pass *analysis.Pass, signal *ssa.Call) []analysis.SuggestedFix {
	for _, n := range finding.Enclosing(pass.Files, signal.Pos()) {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			continue
		}
		sel, ok := call.Fun.(*ast.SelectorExpr)
		if !ok || sel.Sel.Name != "Signal" {
			return nil
		}
		return []analysis.SuggestedFix{{
			Message:   "Wake all who wait",
			TextEdits: []analysis.TextEdit{{Pos: sel.Sel.Pos(), End: sel.Sel.End(), NewText: []byte("Broadcast")}},
		}}
	}
	return nil
}
