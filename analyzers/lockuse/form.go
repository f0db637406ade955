package lockuse

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/finding"
	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
	"interleave/analyzers/rules"
)

// byForm reports what single functions show without a search.
func byForm(pass *analysis.Pass) (list []finding.Finding) {
	summaries := pass.ResultOf[effects.Analyzer].(*effects.Result)
	waits := effects.NewWaits(summaries)
	add := func(f finding.Finding, ok bool) {
		if ok {
			list = append(list, f)
		}
	}
	for _, fn := range summaries.Order {
		for instr := range flow.Instructions(fn) {
			switch instr := instr.(type) {
			case *ssa.Alloc:
				add(localOnce(pass, instr))
			case *ssa.Defer:
				add(deferredLock(pass, instr))
			case *ssa.Call:
				add(waitWithoutLoop(pass, instr))
				add(emptySection(pass, summaries, waits, instr))
				add(ignoredTry(pass, instr))
				add(inlineOnce(pass, instr))
				add(putByValue(pass, instr))
			}
		}
	}
	return list
}

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

// waitWithoutLoop reports a Wait on a condition variable that an if decides about,
// not a loop: when it returns, the condition may be false again. A flag that is set
// once and stays set does not change back; then the if is right.
func waitWithoutLoop(pass *analysis.Pass, call *ssa.Call) (finding.Finding, bool) {
	if syncmodel.OfCall(call.Common()) != syncmodel.CondWait || flow.InLoop(call) {
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
	return f, true
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
	values := make(map[bool]bool)
	for _, fn := range pass.ResultOf[effects.Analyzer].(*effects.Result).Order {
		for instr := range flow.Instructions(fn) {
			store, ok := instr.(*ssa.Store)
			if !ok {
				continue
			}
			p, ok := effects.PathOf(store.Addr)
			if !ok || p.Last != flag.Last || flag.Last == nil && p.Root != flag.Root {
				continue
			}
			c, ok := store.Val.(*ssa.Const)
			if !ok || c.Value == nil || c.Value.Kind() != constant.Bool {
				return false
			}
			values[constant.BoolVal(c.Value)] = true
		}
	}
	return len(values) == 1
}
