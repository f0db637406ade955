package lockuse

import (
	"fmt"
	"go/ast"
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

// emptySection reports a Lock that is directly followed by its Unlock, where the same
// function then writes what stands beside the lock. Without that it may be meant: wait
// until the others are out.
func emptySection(pass *analysis.Pass, summaries *effects.Result, waits *effects.Waits, lock *ssa.Call) (finding.Finding, bool) {
	op := syncmodel.OfCall(lock.Common())
	if op != syncmodel.Lock && op != syncmodel.RLock || lock.Call.IsInvoke() || finding.Explained(pass.Fset, pass.Files, lock.Pos()) {
		return finding.Finding{}, false
	}
	path, ok := effects.PathOf(lock.Call.Args[0])
	if !ok {
		return finding.Finding{}, false
	}
	unlock := nextCall(lock)
	if unlock == nil || len(unlock.Call.Args) == 0 {
		return finding.Finding{}, false
	}
	released, ok := effects.PathOf(unlock.Call.Args[0])
	if next := syncmodel.OfCall(unlock.Common()); !ok || next != syncmodel.Unlock && next != syncmodel.RUnlock || !released.Same(path) {
		return finding.Finding{}, false
	}
	written := writtenAfter(summaries, unlock, path)
	if locksAgain(lock, path) {
		return finding.Finding{}, false
	}
	if written == nil {
		return emptySectionOf(pass, summaries, lock, path)
	}
	f := finding.New(pass.Files, "empty-critical-section", rules.Likely, lock.Pos(),
		fmt.Sprintf("unprotected: %s gives %s back at once, and then writes what stands beside it without the lock", lock.Parent().Name(), path))
	f.Relate(pass.Files, written.Pos(), "this is written without the lock")
	if !waits.MayAfter(unlock, true) && !flow.InLoop(unlock) {
		f.Fixes = deferUnlock(pass, unlock)
	}
	return f, true
}

// emptySectionOf reports a function that does nothing but lock and unlock, where who calls it then writes what stands beside the
// lock: as if the call had given it some protection.
func emptySectionOf(pass *analysis.Pass, summaries *effects.Result, lock *ssa.Call, path effects.Path) (finding.Finding, bool) {
	fn := lock.Parent()
	if len(fn.Blocks) != 1 || path.Parameter() != 0 || effects.Exported(fn) || summaries.Functions[fn].Unknown {
		return finding.Finding{}, false
	}
	calls := 0
	for instr := range flow.Instructions(fn) {
		switch instr := instr.(type) {
		case *ssa.Store, *ssa.MapUpdate, *ssa.Send, *ssa.Go, *ssa.Defer:
			return finding.Finding{}, false
		case *ssa.Call:
			calls += len(instr.Call.Args) // of the lock's two methods
		}
	}
	if calls != 2 {
		return finding.Finding{}, false
	}
	for _, caller := range summaries.Functions[fn].Callers {
		for instr := range flow.Instructions(caller) {
			call, ok := instr.(*ssa.Call)
			if !ok || summaries.Local(call.Common()) != fn {
				continue
			}
			object, ok := effects.PathOf(call.Call.Args[0])
			if !ok {
				continue
			}
			object.Fields, object.Last = object.Fields+path.Fields, path.Last
			if written := writtenAfter(summaries, call, object); written != nil && !takesLock(caller, object) {
				f := finding.New(pass.Files, "empty-critical-section", rules.Likely, call.Pos(),
					fmt.Sprintf("unprotected: %s gives %s back before it returns, and %s then writes what stands beside it without the lock", diagnosis.FunctionName(fn), object, diagnosis.FunctionName(caller)))
				f.Relate(pass.Files, lock.Pos(), "the lock is taken here, and given back at once")
				f.Relate(pass.Files, written.Pos(), "this is written without the lock")
				return f, true
			}
		}
	}
	return finding.Finding{}, false
}

// takesLock reports whether a function takes a lock itself.
func takesLock(fn *ssa.Function, lock effects.Path) bool {
	return flow.Any(fn, func(instr ssa.Instruction) bool {
		call, ok := instr.(*ssa.Call)
		return ok && isOn(call, lock, syncmodel.Lock, syncmodel.RLock)
	})
}

// nextCall returns the call that follows an instruction, if nothing comes in between
// but what finds the object that it is called on; or nil.
func nextCall(instr ssa.Instruction) *ssa.Call {
	list := instr.Block().Instrs
	var between []ssa.Instruction
	for _, next := range list[slices.Index(list, instr)+1:] {
		switch next := next.(type) {
		case *ssa.FieldAddr, *ssa.UnOp:
			between = append(between, next)
		case *ssa.Call:
			if len(next.Call.Args) == 0 || len(between) > len(sources(next.Call.Args[0], between)) {
				return nil
			}
			return next
		default:
			return nil
		}
	}
	return nil
}

// sources lists those of some instructions that a value is computed from.
func sources(v ssa.Value, among []ssa.Instruction) (list []ssa.Instruction) {
	instr, ok := v.(ssa.Instruction)
	if !ok || !slices.Contains(among, instr) {
		return nil
	}
	list = append(list, instr)
	for _, operand := range instr.Operands(nil) {
		list = append(list, sources(*operand, among)...)
	}
	return list
}

// writtenAfter returns a write, after an instruction, to a field beside a lock; of a lock
// that is a variable, to another variable that is shared in the same way.
func writtenAfter(summaries *effects.Result, after ssa.Instruction, lock effects.Path) ssa.Instruction {
	if lock.Last != nil {
		for _, a := range summaries.Functions[after.Parent()].Accesses {
			// Under another lock it is that one's.
			if a.Write && len(a.Must) == 0 && a.Path.Base().Same(lock.Base()) && flow.MayFollow(after, a.Instr) {
				return a.Instr
			}
		}
		return nil
	}
	_, lockIsGlobal := lock.Root.(*ssa.Global)
	for instr := range flow.Instructions(after.Parent()) {
		store, ok := instr.(*ssa.Store)
		if !ok || !flow.MayFollow(after, store) {
			continue
		}
		switch store.Addr.(type) {
		case *ssa.Global:
			if lockIsGlobal {
				return store
			}
		case *ssa.FreeVar:
			if !lockIsGlobal {
				return store
			}
		}
	}
	return nil
}

// locksAgain reports whether a function takes a lock at another place as well.
func locksAgain(lock *ssa.Call, path effects.Path) bool {
	return flow.Any(lock.Parent(), func(instr ssa.Instruction) bool {
		call, ok := instr.(*ssa.Call)
		return ok && call != lock && isOn(call, path, syncmodel.Lock, syncmodel.RLock)
	})
}

// deferUnlock puts defer before an Unlock that is a statement.
func deferUnlock(pass *analysis.Pass, call *ssa.Call) []analysis.SuggestedFix {
	for _, n := range finding.Enclosing(pass.Files, call.Pos()) {
		if stmt, ok := n.(*ast.ExprStmt); ok {
			return []analysis.SuggestedFix{{
				Message:   "Unlock when the function ends",
				TextEdits: []analysis.TextEdit{{Pos: stmt.Pos(), End: stmt.Pos(), NewText: []byte("defer ")}},
			}}
		}
	}
	return nil
}
