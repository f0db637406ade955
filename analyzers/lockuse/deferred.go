package lockuse

import (
	"fmt"
	"go/ast"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/finding"
	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
	"interleave/analyzers/rules"
)

// deferredLock reports `defer mu.Lock()` in a function that has locked mu before and
// does not unlock it: Unlock was meant. Code that unlocks for a while and takes the
// lock back at its end defers a Lock on purpose.
func deferredLock(pass *analysis.Pass, d *ssa.Defer) (finding.Finding, bool) {
	op := syncmodel.OfCall(d.Common())
	if op != syncmodel.Lock && op != syncmodel.RLock || len(d.Call.Args) == 0 {
		return finding.Finding{}, false
	}
	lock, ok := effects.PathOf(d.Call.Args[0])
	if !ok {
		return finding.Finding{}, false
	}
	var locked, unlocked ssa.Instruction
	for instr := range flow.Instructions(d.Parent()) {
		call, ok := instr.(ssa.CallInstruction)
		if !ok || instr == ssa.Instruction(d) || len(call.Common().Args) == 0 {
			continue
		}
		if p, ok := effects.PathOf(call.Common().Args[0]); !ok || !p.Same(lock) {
			continue
		}
		switch syncmodel.OfCall(call.Common()) {
		case op:
			if flow.Dominates(instr, d) {
				locked = instr
			}
		case syncmodel.Unlock, syncmodel.RUnlock:
			unlocked = instr
		}
	}
	if locked == nil || unlocked != nil {
		return finding.Finding{}, false
	}
	name := d.Common().StaticCallee().Name()
	f := finding.New(pass.Files, "defer-lock", rules.Certain, d.Pos(),
		fmt.Sprintf("deadlock: defer %s.%s() takes the lock again at the end of %s, which holds it; Unlock was meant", lock, name, d.Parent().Name()))
	f.Relate(pass.Files, locked.Pos(), "the lock is taken here first")
	f.Fixes = unlockInstead(pass, d, name)
	return f, true
}

// unlockInstead replaces the name of the deferred method.
func unlockInstead(pass *analysis.Pass, d *ssa.Defer, name string) []analysis.SuggestedFix {
	for _, n := range finding.Enclosing(pass.Files, d.Pos()) {
		stmt, ok := n.(*ast.DeferStmt)
		if !ok {
			continue
		}
		sel, ok := stmt.Call.Fun.(*ast.SelectorExpr)
		if !ok || sel.Sel.Name != name {
			return nil
		}
		instead := strings.Replace(name, "Lock", "Unlock", 1)
		return []analysis.SuggestedFix{{
			Message:   "Defer " + instead,
			TextEdits: []analysis.TextEdit{{Pos: sel.Sel.Pos(), End: sel.Sel.End(), NewText: []byte(instead)}},
		}}
	}
	return nil
}
