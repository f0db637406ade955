package contextuse

import (
	"fmt"
	"go/ast"
	"go/types"
	"regexp"
	"slices"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/diagnosis"
	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
	"interleave/analyzers/rules"
)

// overwritten reports a cancel function that goes into a map and nowhere else, under a name that
// comes from outside, without a look at what stands there: of a name that comes twice, the
// first goroutine can no longer be stopped.
func (r *reporter) overwritten(call *ssa.Call, ctx ssa.Value, u *uses) {
	fn := call.Parent()
	if syncmodel.OfCall(call.Common()) != syncmodel.ContextWithCancel || ctx == nil || len(u.stops) != 1 || !outlives(call.Call.Args[0]) || !effects.Exported(fn) || diagnosis.InTest(r.pass, call.Pos()) {
		return
	}
	var update *ssa.MapUpdate
	for stop := range u.stops {
		update, _ = stop.(*ssa.MapUpdate)
		if store, ok := stop.(*ssa.Store); ok {
			r.replaced(call, ctx, store)
		}
	}
	if update == nil || !comesAgain(update.Key) || speaksOfNames(fn) {
		return
	}
	entries, ok := effects.PathOf(update.Map)
	if !ok || entries.Last == nil || r.looksInto(fn, entries.Last, update) {
		return
	}
	if !slices.ContainsFunc(r.summaries.Order, func(other *ssa.Function) bool { return r.looksInto(other, entries.Last, update) }) {
		return // nobody cancels anything
	}
	running := r.lastsWith(ctx)
	if running == nil {
		return
	}
	r.lost[call] = len(r.findings)
	f := r.findings.Add(r.pass.Files, "lost-cancel", rules.Likely, call.Pos(), fmt.Sprintf("context leak: %s puts the function that cancels this context into %s without a look at what stands there; when the same key comes again, nobody can stop the first goroutine any more",
		fn.Name(), entries))
	f.Relate(r.pass.Files, update.Pos(), "this overwrites what cancels the one before")
	f.Relate(r.pass.Files, running.wait.Pos(), "the goroutine waits here for the end of its context")
}

// replaced reports a cancel function that goes into a field of the method's object, and nowhere else,
// without a look at what it replaces, where the method's comment says that it is called again.
func (r *reporter) replaced(call *ssa.Call, ctx ssa.Value, store *ssa.Store) {
	fn := call.Parent()
	at, ok := store.Addr.(*ssa.FieldAddr)
	decl, declared := fn.Syntax().(*ast.FuncDecl)
	if !ok || !declared || fn.Signature.Recv() == nil || at.X != ssa.Value(fn.Params[0]) || !calledAgain.MatchString(decl.Doc.Text()) || r.readsField(fn, effects.FieldOf(at)) {
		return
	}
	if !slices.ContainsFunc(r.summaries.Order, func(other *ssa.Function) bool { return r.readsField(other, effects.FieldOf(at)) }) {
		return // nobody cancels anything
	}
	running := r.lastsWith(ctx)
	if running == nil {
		return
	}
	r.lost[call] = len(r.findings)
	f := r.findings.Add(r.pass.Files, "lost-cancel", rules.Likely, store.Pos(), fmt.Sprintf("context leak: %s overwrites %s and does not call the function that it held; after the second time nobody can stop the first goroutine any more",
		fn.Name(), effects.FieldOf(at).Name()))
	f.Relate(r.pass.Files, call.Pos(), "the context is made here")
	f.Relate(r.pass.Files, running.wait.Pos(), "the goroutine waits here for the end of its context")
}

// readsField reports whether a function, or what it makes, calls or starts, reads a field.
func (r *reporter) readsField(fn *ssa.Function, field *types.Var) bool {
	return r.loads(fn, field, func(*ssa.UnOp) bool { return true }, 0)
}

// outlives reports whether a context may last longer than what a call does: it is the background,
// one that an object keeps, or the caller's of a function that is to be called again.
func outlives(parent ssa.Value) bool {
	switch parent := parent.(type) {
	case *ssa.Call:
		return syncmodel.OfCall(parent.Common()) == syncmodel.ContextBackground
	case *ssa.UnOp:
		switch at := parent.X.(type) {
		case *ssa.FieldAddr:
			return true
		case *ssa.Alloc: // a parameter that a literal captures
			return slices.ContainsFunc(flow.Referrers(at), func(ref ssa.Instruction) bool {
				store, ok := ref.(*ssa.Store)
				if !ok || store.Addr != at {
					return false
				}
				p, ok := store.Val.(*ssa.Parameter)
				return ok && outlives(p)
			})
		}
	case *ssa.Parameter:
		decl, ok := parent.Parent().Syntax().(*ast.FuncDecl)
		return ok && calledAgain.MatchString(decl.Doc.Text())
	}
	return false
}

// calledAgain matches comments that say what happens when a function is called once more.
var calledAgain = regexp.MustCompile(`(?i)\b(again|once more|a second time|another|replaces|rebinds|restarts?|switch(es)?)\b`)

// comesAgain reports whether a key is a text that the function is given, and that its name does
// not call new each time.
func comesAgain(key ssa.Value) bool {
	p, ok := effects.PathOf(key)
	i := p.Parameter()
	if !ok || i < 0 || i == 0 && p.Root.Parent().Signature.Recv() != nil {
		return false
	}
	if _, pointer := p.Root.Type().Underlying().(*types.Pointer); pointer {
		return false // an object may have been given a name of its own
	}
	text, ok := key.Type().Underlying().(*types.Basic)
	return ok && text.Kind() == types.String && !newEachTime.MatchString(p.String())
}

// newEachTime matches what keys are called that do not come twice.
var newEachTime = regexp.MustCompile(`(?i)uuid|guid|nonce|token|trace|req|conn|stream|random|unique`)

// speaksOfNames reports whether a function's comment says what it is to be called with.
func speaksOfNames(fn *ssa.Function) bool {
	decl, ok := fn.Syntax().(*ast.FuncDecl)
	return ok && demands.MatchString(decl.Doc.Text())
}

// demands matches comments that say how a function is to be called.
var demands = regexp.MustCompile(`(?i)\b(must|should|may|never|unique|fresh|only|at most)\b`)

// looksInto reports whether a function, or what it makes, calls or starts, does something with
// the map in a field other than an update, or to ask whether there is a map.
func (r *reporter) looksInto(fn *ssa.Function, field *types.Var, update *ssa.MapUpdate) bool {
	return r.loads(fn, field, func(load *ssa.UnOp) bool {
		return slices.ContainsFunc(flow.Referrers(load), func(use ssa.Instruction) bool {
			_, compares := use.(*ssa.BinOp)
			return use != update && !compares
		})
	}, 0)
}

// loads reports whether a function, or what it makes, calls or starts, has a load of a field that
// is of a kind.
func (r *reporter) loads(fn *ssa.Function, field *types.Var, is func(*ssa.UnOp) bool, depth int) bool {
	return depth <= maxCalls && flow.Any(fn, func(instr ssa.Instruction) bool {
		switch instr := instr.(type) {
		case *ssa.FieldAddr:
			return effects.FieldOf(instr) == field && slices.ContainsFunc(flow.Referrers(instr), func(ref ssa.Instruction) bool {
				load, ok := ref.(*ssa.UnOp)
				return ok && is(load)
			})
		case *ssa.MakeClosure:
			return r.loads(instr.Fn.(*ssa.Function), field, is, depth+1)
		case ssa.CallInstruction:
			callee := r.summaries.Local(instr.Common())
			return callee != nil && r.loads(callee, field, is, depth+1)
		}
		return false
	})
}
