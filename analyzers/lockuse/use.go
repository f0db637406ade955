package lockuse

import (
	"fmt"
	"go/ast"
	"go/types"
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
	if written == nil || locksAgain(lock, path) {
		return finding.Finding{}, false
	}
	f := finding.New(pass.Files, "empty-critical-section", rules.Likely, lock.Pos(),
		fmt.Sprintf("unprotected: %s gives %s back at once, and then writes what stands beside it without the lock", lock.Parent().Name(), path))
	f.Relate(pass.Files, written.Pos(), "this is written without the lock")
	if !waits.MayAfter(unlock, true) && !flow.InLoop(unlock) {
		f.Fixes = deferUnlock(pass, unlock)
	}
	return f, true
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
			if a.Write && a.Path.Base().Same(lock.Base()) && flow.MayFollow(after, a.Instr) {
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
	for instr := range flow.Instructions(lock.Parent()) {
		call, ok := instr.(*ssa.Call)
		if !ok || call == lock || len(call.Call.Args) == 0 {
			continue
		}
		if op := syncmodel.OfCall(call.Common()); op == syncmodel.Lock || op == syncmodel.RLock {
			if p, ok := effects.PathOf(call.Call.Args[0]); ok && p.Same(path) {
				return true
			}
		}
	}
	return false
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

// ignoredTry reports a TryLock whose result nobody looks at, and a loop that does
// nothing but try.
func ignoredTry(pass *analysis.Pass, try *ssa.Call) (finding.Finding, bool) {
	if op := syncmodel.OfCall(try.Common()); op != syncmodel.TryLock && op != syncmodel.TryRLock {
		return finding.Finding{}, false
	}
	name := try.Common().StaticCallee().Name()
	switch {
	case len(flow.Referrers(try)) == 0:
		return finding.New(pass.Files, "trylock-ignored", rules.Certain, try.Pos(),
			fmt.Sprintf("maybe unlocked: %s goes on whether %s got the lock or not; when somebody else has it, both use the data", try.Parent().Name(), name)), true
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

// localOnce reports a Once or a lock that is a local variable which only the function's
// own calls use: it does nothing once, and locks nobody out.
func localOnce(pass *analysis.Pass, v *ssa.Alloc) (finding.Finding, bool) {
	kind := syncmodel.KindOf(v.Type().(*types.Pointer).Elem())
	if kind != syncmodel.Once && kind != syncmodel.Mutex && kind != syncmodel.RWMutex || diagnosis.InTest(pass, v.Pos()) {
		return finding.Finding{}, false
	}
	var calls []ssa.CallInstruction
	for _, ref := range flow.Referrers(v) {
		call, ok := ref.(ssa.CallInstruction)
		_, starts := ref.(*ssa.Go)
		if !ok || starts || syncmodel.OfCall(call.Common()) == syncmodel.None || call.Common().Args[0] != v {
			return finding.Finding{}, false
		}
		calls = append(calls, call)
	}
	fn := v.Parent()
	switch {
	case len(calls) == 0:
		return finding.Finding{}, false
	case kind == syncmodel.Once:
		if len(calls) > 1 || flow.InLoop(calls[0]) && !flow.InLoop(v) {
			return finding.Finding{}, false // once in this call
		}
		return finding.New(pass.Files, "local-once", rules.Certain, v.Pos(),
			fmt.Sprintf("not once: each call of %s makes a Once of its own, so its function runs each time", fn.Name())), true
	case !writesShared(fn):
		return finding.Finding{}, false
	}
	return finding.New(pass.Files, "local-once", rules.Certain, v.Pos(),
		fmt.Sprintf("no protection: each call of %s makes a lock of its own, so two calls never wait for each other", fn.Name())), true
}

// writesShared reports whether a function writes what others may use: a package
// variable, or something that it was given.
func writesShared(fn *ssa.Function) bool {
	for instr := range flow.Instructions(fn) {
		var place ssa.Value
		switch instr := instr.(type) {
		case *ssa.Store:
			place = instr.Addr
		case *ssa.MapUpdate:
			place = instr.Map
		default:
			continue
		}
		if p, ok := effects.PathOf(place); ok {
			if _, local := p.Root.(*ssa.Alloc); !local {
				return true
			}
		}
	}
	return false
}

// inlineOnce reports a function from OnceFunc or OnceValue that has no other use than
// one call of it.
func inlineOnce(pass *analysis.Pass, made *ssa.Call) (finding.Finding, bool) {
	op := syncmodel.OfCall(made.Common())
	refs := flow.Referrers(made)
	if op != syncmodel.OnceFunc && op != syncmodel.OnceValue || len(refs) != 1 || made.Parent().Synthetic != "" {
		return finding.Finding{}, false
	}
	call, ok := refs[0].(*ssa.Call)
	if !ok || call.Call.Value != made || flow.InLoop(call) && !flow.InLoop(made) {
		return finding.Finding{}, false
	}
	name := syncmodel.CalleeName(made.Common())
	f := finding.New(pass.Files, "once-func-inline", rules.Certain, made.Pos(),
		fmt.Sprintf("not once: each call of %s makes a new function with %s, calls it, and throws it away with its memory of having run", made.Parent().Name(), name))
	if call.Pos() != made.Pos() {
		f.Relate(pass.Files, call.Pos(), "its only call is here")
	}
	return f, true
}

// putByValue reports what goes into a Pool and is no pointer: it is copied to the heap
// for that.
func putByValue(pass *analysis.Pass, put *ssa.Call) (finding.Finding, bool) {
	if syncmodel.OfCall(put.Common()) != syncmodel.PoolPut || diagnosis.InTest(pass, put.Pos()) {
		return finding.Finding{}, false
	}
	boxed, ok := put.Call.Args[1].(*ssa.MakeInterface)
	if !ok || fitsInterface(boxed.X.Type()) {
		return finding.Finding{}, false
	}
	t := types.TypeString(boxed.X.Type(), types.RelativeTo(pass.Pkg))
	return finding.New(pass.Files, "pool-non-pointer", rules.Hint, put.Pos(),
		fmt.Sprintf("costly Put: a value of type %s is no pointer, so each Put allocates memory to hold it, which the pool was to save; put a pointer to it", t)), true
}

// fitsInterface reports whether an interface can hold a value of a type without memory for it.
func fitsInterface(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Pointer, *types.Map, *types.Chan, *types.Signature, *types.Interface:
		return true
	case *types.Basic:
		return u.Kind() == types.UnsafePointer || u.Kind() == types.UntypedNil
	case *types.Struct:
		return u.NumFields() == 0 || u.NumFields() == 1 && fitsInterface(u.Field(0).Type())
	case *types.Array:
		return u.Len() == 0
	}
	return false
}
