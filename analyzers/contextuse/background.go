package contextuse

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/finding"
	"interleave/analyzers/internal/diagnosis"
	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
	"interleave/analyzers/rules"
)

// background reports a fresh context that is passed to a call by a function that was
// given one. Work that is meant to outlive the caller is left alone: cleaning up,
// goroutines that end by themselves and deferred calls, what comes after the end of the
// caller's context, and what a comment explains.
func (r *reporter) background(fresh *ssa.Call) {
	r.backgroundFor(fresh)
	fn := fresh.Parent()
	ctx := contextParameter(fn)
	if ctx == nil || diagnosis.InTest(r.pass, fn.Pos()) || cleansUp(fn.Name()) || finding.Explained(r.pass.Fset, r.pass.Files, fresh.Pos()) || asksFor(fresh, ctx) {
		return
	}
	for _, ref := range slices.Concat(flow.Referrers(fresh), givenInside(fresh)) {
		call, ok := ref.(*ssa.Call)
		if !ok || cleansUp(syncmodel.CalleeName(call.Common())) || syncmodel.IsContext(call.Type()) || isDerivation(call) || isReceiver(call, fresh) || onlyLogs(call) {
			continue
		}
		confidence := rules.Likely
		if askedMeanwhile(call) {
			confidence = rules.Hint
		}
		f := r.findings.Add(r.pass.Files, "ctx-background-inside", confidence, fresh.Pos(), fmt.Sprintf("deaf to cancellation: %s is given %s, but calls %s with a fresh context; when the caller gives up, that call goes on", fn.Name(), ctx.Name(), syncmodel.CalleeName(call.Common())))
		f.Relate(r.pass.Files, ctx.Pos(), "the caller's context")
		f.Fixes = r.passOn(fresh, ctx)
		return
	}
}

// askedMeanwhile reports whether a literal of the function uses what a call returns and looks at a context
// between: then only what the call itself waits for is deaf, and the rest ends with the caller's context.
func askedMeanwhile(call *ssa.Call) bool {
	var kept []ssa.Value // the variables that hold its results
	for _, v := range append(extracts(call), call) {
		for _, ref := range flow.Referrers(v) {
			if store, ok := ref.(*ssa.Store); ok && store.Val == v {
				kept = append(kept, store.Addr)
			}
		}
	}
	return slices.ContainsFunc(call.Parent().AnonFuncs, func(literal *ssa.Function) bool {
		return flow.Any(literal, asksContext) && slices.ContainsFunc(literal.FreeVars, func(v *ssa.FreeVar) bool { return slices.Contains(kept, effects.Binding(v)) })
	})
}

// extracts lists the results of a call that has several.
func extracts(call *ssa.Call) (list []ssa.Value) {
	for _, ref := range flow.Referrers(call) {
		if e, ok := ref.(*ssa.Extract); ok {
			list = append(list, e)
		}
	}
	return list
}

// asksContext reports whether an instruction asks a context whether it has ended, or for the channel that says so.
func asksContext(instr ssa.Instruction) bool {
	call, ok := instr.(*ssa.Call)
	return ok && call.Call.IsInvoke() && syncmodel.IsContext(call.Call.Value.Type()) && (call.Call.Method.Name() == "Err" || call.Call.Method.Name() == "Done")
}

// givenInside lists the calls that are given an object which the function has made and put a context into.
func givenInside(ctx *ssa.Call) (list []ssa.Instruction) {
	for _, ref := range flow.Referrers(ctx) {
		store, ok := ref.(*ssa.Store)
		if !ok {
			continue
		}
		field, ok := store.Addr.(*ssa.FieldAddr)
		if !ok {
			continue
		}
		object, ok := field.X.(*ssa.Alloc)
		if !ok {
			continue
		}
		for _, use := range flow.Referrers(object) {
			if call, ok := use.(*ssa.Call); ok && slices.Contains(call.Call.Args, ssa.Value(object)) && flow.MayFollow(store, call) {
				list = append(list, call)
			}
		}
	}
	return list
}

// makesFresh reports whether a function does nothing but return a fresh context, and says nowhere why.
func makesFresh(fn *ssa.Function) bool {
	if fn == nil || len(fn.Params) > 0 || len(fn.Blocks) != 1 {
		return false
	}
	if decl, ok := fn.Syntax().(*ast.FuncDecl); !ok || decl.Doc != nil {
		return false
	}
	ret, ok := fn.Blocks[0].Instrs[len(fn.Blocks[0].Instrs)-1].(*ssa.Return)
	if !ok || len(ret.Results) != 1 {
		return false
	}
	made, ok := ret.Results[0].(*ssa.Call)
	return ok && syncmodel.OfCall(made.Common()) == syncmodel.ContextBackground
}

// backgroundFor reports a fresh context with which a function starts a goroutine that ends only
// with it, where the function was given a context that it uses for nothing else.
func (r *reporter) backgroundFor(fresh *ssa.Call) {
	fn := fresh.Parent()
	running := r.lastsWith(fresh)
	for fn.Parent() != nil && contextParameter(fn) == nil {
		if running == nil && isStarted(fn) {
			running = r.endsOnlyWith(fn, func(ctx ssa.Value) bool { return ctx == fresh }, 0)
		}
		fn = fn.Parent()
	}
	ctx := contextParameter(fn)
	if running == nil || ctx == nil || diagnosis.InTest(r.pass, fn.Pos()) || cleansUp(fn.Name()) || cleansUp(running.fn.Name()) || finding.Explained(r.pass.Fset, r.pass.Files, fresh.Pos()) || !onlyAsked(ctx) {
		return
	}
	f := r.findings.Add(r.pass.Files, "ctx-background-inside", rules.Likely, fresh.Pos(), fmt.Sprintf("goroutine leak: %s is given %s, but starts %s with a fresh context, whose end is its only way out; it never ends", fn.Name(), ctx.Name(), looper(running.fn)))
	f.Relate(r.pass.Files, ctx.Pos(), "the caller's context")
	f.Relate(r.pass.Files, running.wait.Pos(), "the goroutine waits here for a context that nobody can end")
	f.Fixes = r.passOn(fresh, ctx)
}

// isStarted reports whether a function literal runs in a goroutine of its own.
func isStarted(literal *ssa.Function) bool {
	return flow.Any(literal.Parent(), func(instr ssa.Instruction) bool {
		call, ok := instr.(ssa.CallInstruction)
		return ok && slices.Contains(effects.Spawned(call), literal)
	})
}

// onlyAsked reports whether a function does nothing with a context but ask whether it has
// ended: it is no context for another call that the function makes.
func onlyAsked(ctx *ssa.Parameter) bool {
	return !slices.ContainsFunc(flow.Referrers(ctx), func(ref ssa.Instruction) bool {
		switch ref := ref.(type) {
		case *ssa.DebugRef:
			return false
		case *ssa.Call:
			return !isReceiver(ref, ctx) && !onlyLogs(ref)
		}
		return true
	})
}

// passOn puts the caller's context in place of a fresh one, if its name means that there.
func (r *reporter) passOn(fresh *ssa.Call, ctx *ssa.Parameter) []analysis.SuggestedFix {
	scope := r.pass.Pkg.Scope().Innermost(fresh.Pos())
	if scope == nil {
		return nil
	}
	if _, named := scope.LookupParent(ctx.Name(), fresh.Pos()); named != ctx.Object() {
		return nil
	}
	for _, n := range finding.Enclosing(r.pass.Files, fresh.Pos()) {
		if call, ok := n.(*ast.CallExpr); ok {
			return []analysis.SuggestedFix{{
				Message:   "Pass on " + ctx.Name(),
				TextEdits: []analysis.TextEdit{{Pos: call.Pos(), End: call.End(), NewText: []byte(ctx.Name())}},
			}}
		}
	}
	return nil
}

// contextParameter returns the parameter of a function that is a context, or nil.
func contextParameter(fn *ssa.Function) *ssa.Parameter {
	i := slices.IndexFunc(fn.Params, isNamedContext)
	if i < 0 {
		return nil
	}
	return fn.Params[i]
}

// cleansUp reports whether a function's name says that it ends something, or leaves it to
// others: that has to be done although the caller has given up.
func cleansUp(name string) bool {
	name = strings.ToLower(name)
	return slices.ContainsFunc([]string{"close", "shutdown", "stop", "cleanup", "clean", "rollback", "release", "unlock", "delete", "remove", "revoke", "abort", "cancel", "flush", "drain", "leave", "teardown", "destroy", "detach", "async", "background"},
		func(word string) bool { return strings.Contains(name, word) })
}

// isDerivation reports whether a call makes a context from another one, and a function.
func isDerivation(call *ssa.Call) bool {
	results, ok := call.Type().(*types.Tuple)
	return ok && results.Len() > 0 && syncmodel.IsContext(results.At(0).Type())
}

// onlyLogs reports whether a call says something and has no answer.
func onlyLogs(call *ssa.Call) bool {
	results, ok := call.Type().(*types.Tuple)
	return ok && results.Len() == 0 && logging.MatchString(syncmodel.CalleeName(call.Common()))
}

// logging matches the names of functions that write logs.
var logging = regexp.MustCompile(`^(?i:print|log|trace|debug|info|warn|error|fatal|panic)`)

// isReceiver reports whether a value is not an argument of a call but its receiver.
func isReceiver(call *ssa.Call, v ssa.Value) bool {
	return call.Call.IsInvoke() && call.Call.Value == v
}

// asksFor reports whether a function looks at the context that it was given, before it makes a fresh one: whether
// there is one, or whether it has ended. What it does with the fresh one may be the answer. Who returns at
// once when it has ended asks for something else.
func asksFor(fresh *ssa.Call, ctx *ssa.Parameter) bool {
	return flow.Any(fresh.Parent(), func(instr ssa.Instruction) bool {
		switch instr := instr.(type) {
		case *ssa.BinOp:
			return instr.X == ctx || instr.Y == ctx
		case *ssa.Call:
			op := syncmodel.OfCall(instr.Common())
			if op != syncmodel.ContextDone && op != syncmodel.ContextErr || contextArgument(instr) != ctx || !flow.MayFollow(instr, fresh) {
				return false
			}
			return op == syncmodel.ContextDone || !leavesWhenEnded(instr, fresh)
		}
		return false
	})
}

// leavesWhenEnded reports whether a function, told by a call of Err that its context has ended, does not get to an instruction.
func leavesWhenEnded(err, then *ssa.Call) bool {
	branches := flow.BranchesOn(err)
	return len(branches) > 0 && !slices.ContainsFunc(branches, func(branch *ssa.If) bool {
		compared, ok := branch.Cond.(*ssa.BinOp)
		if !ok || compared.Op != token.NEQ && compared.Op != token.EQL || !flow.IsNil(compared.X) && !flow.IsNil(compared.Y) {
			return true
		}
		ended := branch.Block().Succs[0]
		if compared.Op == token.EQL {
			ended = branch.Block().Succs[1]
		}
		return ended == then.Block() || flow.Reaches(ended, then.Block())
	})
}
