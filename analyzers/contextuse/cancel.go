package contextuse

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
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

// cancellation reports what becomes of the function that cancels a new context: lost,
// not called on some way, or deferred in a loop.
func (r *reporter) cancellation(call *ssa.Call) {
	until, ends := "for ever", r.madeBy(call) == syncmodel.ContextWithTimeout
	if ends {
		until = "until the time is over"
	}
	ctx, cancel := result(call, 0), result(call, 1)
	if cancel == nil && ctx == nil {
		return // both are returned as they come
	}
	if r.endsAnyway(call) {
		return
	}
	u := r.usesOf(call, cancel)
	r.overwritten(call, ctx, u)
	switch {
	case u.elsewhere:
		return
	case u.object != nil && ends:
		return // it ends in time, without the object
	case len(u.stops) == 0 && u.field != nil:
		r.lose(call, fmt.Sprintf("context leak: %s keeps the function that cancels this context, and nothing in the package ever calls it; what waits for the context waits %s", u.field.Name(), until))
	case len(u.stops) == 0:
		if effects.IsMain(call.Parent()) && !flow.InLoop(call) && r.isNamed(call) {
			return // it says that the context lasts as long as the process
		}
		f := r.lose(call, fmt.Sprintf("context leak: the function that cancels this context is thrown away; what waits for the context waits %s", until))
		f.Fixes = r.deferCancel(call, ctx)
	default:
		related := func(ctx ssa.Value) bool { return isContextOf(ctx, call) }
		for _, wait := range waitsForEnd(call, related) {
			u.stops[wait] = true
		}
		out := flow.Find(call,
			func(instr ssa.Instruction) bool { _, returns := instr.(*ssa.Return); return returns || instr == call },
			func(instr ssa.Instruction) bool { return u.stops[instr] || r.meantToLose(call, instr) },
			func(from, to *ssa.BasicBlock) bool { return endsOn(from, to, related) })
		if _, returns := out.(*ssa.Return); out == nil || returns && effects.IsMain(call.Parent()) || u.object != nil && !r.waitedFor(call, u.object, out) {
			break
		}
		message := fmt.Sprintf("context leak: on some way %s returns without a call of the function that cancels this context; what waits for the context waits %s", call.Parent().Name(), until)
		if out == call {
			message = fmt.Sprintf("context leak: on some way the loop makes the next context without a call of the function that cancels this one; what waits for it waits %s", until)
		}
		f := r.lose(call, message)
		if out != call {
			f.Relate(r.pass.Files, out.Pos(), "this return leaves the context as it is")
		}
		f.Fixes = r.deferCancel(call, ctx)
	}
	if diagnosis.InTest(r.pass, call.Pos()) {
		return // a test's contexts end with it, soon
	}
	for stop := range u.stops {
		if d := deferOf(stop); d != nil && pilesUp(d) && flow.MayFollow(d, call) {
			f := r.findings.Add(r.pass.Files, "defer-cancel-in-loop", rules.Certain, d.Pos(), pileUp(d))
			f.Relate(r.pass.Files, call.Pos(), "each turn makes a context here")
		}
	}
}

// pilesUpElsewhere reports a cancel function that each turn of a loop defers, where a function that the turn calls makes the
// context: it returns both, after more than that, or keeps them in an object of the turn.
func (r *reporter) pilesUpElsewhere(d *ssa.Defer) {
	if d.Call.IsInvoke() || !isCancelFunc(d.Call.Value.Type()) || diagnosis.InTest(r.pass, d.Pos()) || !pilesUp(d) {
		return
	}
	var made *ssa.Call
	switch v := d.Call.Value.(type) {
	case *ssa.Extract:
		made, _ = v.Tuple.(*ssa.Call)
	case *ssa.UnOp:
		field, ok := v.X.(*ssa.FieldAddr)
		if !ok {
			return
		}
		for _, ref := range flow.Referrers(field.X) {
			call, ok := ref.(*ssa.Call)
			if ok && slices.Contains(call.Call.Args, field.X) && flow.Dominates(call, d) {
				made = call
			}
		}
	}
	if made == nil || r.madeBy(made) != syncmodel.None || !flow.MayFollow(d, made) {
		return
	}
	f := r.findings.Add(r.pass.Files, "defer-cancel-in-loop", rules.Certain, d.Pos(), pileUp(d))
	f.Relate(r.pass.Files, made.Pos(), "each turn makes a context here")
}

// isCancelFunc reports whether a type is that of functions which cancel contexts.
func isCancelFunc(t types.Type) bool {
	named, ok := t.(*types.Named)
	return ok && named.Obj().Pkg() != nil && named.Obj().Pkg().Path() == "context" && strings.HasPrefix(named.Obj().Name(), "Cancel")
}

func pileUp(d *ssa.Defer) string {
	return fmt.Sprintf("contexts pile up: each turn of the loop defers a cancel, and all of them run only when %s ends", d.Parent().Name())
}

// meantToLose reports whether an instruction is a return with a comment beside it that says of the
// variable which holds the cancel function of a call that this is meant to be so.
func (r *reporter) meantToLose(call *ssa.Call, instr ssa.Instruction) bool {
	if _, returns := instr.(*ssa.Return); !returns || !r.isNamed(call) {
		return false
	}
	cancel := r.assignment(call).Lhs[1].(*ast.Ident)
	return finding.Intended(r.pass.Fset, r.pass.Files, instr.Pos(), cancel.Name)
}

// endsAnyway reports whether nothing is lost when nobody cancels the context of a call:
// the call panics, the context ends with its parent, or in a test, which ends soon,
// without a goroutine that may wait for it.
func (r *reporter) endsAnyway(call *ssa.Call) bool {
	switch parent := parentOf(call).(type) {
	case *ssa.Const:
		return parent.IsNil()
	case *ssa.Extract:
		if made, ok := parent.Tuple.(*ssa.Call); ok && r.madeBy(made) != syncmodel.None && r.cancels(made) && !again(call, made) {
			return true
		}
	}
	if !diagnosis.InTest(r.pass, call.Pos()) {
		return false
	}
	return r.madeBy(call) == syncmodel.ContextWithTimeout || !startsAfter(call)
}

// again reports whether an instruction may be executed twice for one execution of another.
func again(instr, per ssa.Instruction) bool {
	return flow.Find(instr,
		func(i ssa.Instruction) bool { return i == instr },
		func(i ssa.Instruction) bool { return i == per }, nil) != nil
}

// makesContext reports whether a call returns a context and the function that cancels it.
func makesContext(call *ssa.Call) bool {
	op := syncmodel.OfCall(call.Common())
	return op == syncmodel.ContextWithCancel || op == syncmodel.ContextWithTimeout
}

// madeBy returns which function of package context makes the context and the function that cancels it; None for
// calls that make none.
func (r *reporter) madeBy(call *ssa.Call) syncmodel.Op {
	if maker := r.maker(call); maker != nil {
		return syncmodel.OfCall(maker.Common())
	}
	return syncmodel.None
}

// maker returns the call that makes a context and the function that cancels it: the call itself, or the one whose
// results the function of the package that it names returns as they come; else nil.
func (r *reporter) maker(call *ssa.Call) (made *ssa.Call) {
	if makesContext(call) {
		return call
	}
	// Asked of every call: most are known not to by their type.
	if results := call.Call.Signature().Results(); results.Len() != 2 || !syncmodel.IsContext(results.At(0).Type()) {
		return nil
	}
	callee := r.summaries.Local(call.Common())
	if callee == nil {
		return nil
	}
	for _, b := range callee.Blocks {
		ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
		if !ok || b == callee.Recover {
			continue
		}
		ctx, cancel := tupleOf(flow.PutFor(ret, ret.Results[0])), tupleOf(flow.PutFor(ret, ret.Results[1]))
		if ctx == nil || ctx != cancel || !makesContext(ctx) {
			return nil
		}
		made = ctx
	}
	return made
}

// tupleOf returns the call that a value is one of the results of, or nil.
func tupleOf(v ssa.Value) *ssa.Call {
	e, ok := v.(*ssa.Extract)
	if !ok {
		return nil
	}
	call, _ := e.Tuple.(*ssa.Call)
	return call
}

// cancels reports whether the function that makes a context also calls, or defers, the
// function that cancels it. Whether it does so on all ways is asked where it is made.
func (r *reporter) cancels(made *ssa.Call) bool {
	cancel := result(made, 1)
	if cancel == nil {
		return false
	}
	for stop := range r.usesOf(made, cancel).stops {
		if call, ok := stop.(ssa.CallInstruction); ok && call.Common().Value == cancel {
			return true
		}
	}
	return false
}

// deferOf returns the defer statement that an instruction is, or whose function literal
// it makes; nil for others.
func deferOf(instr ssa.Instruction) *ssa.Defer {
	if closure, ok := instr.(*ssa.MakeClosure); ok && len(*closure.Referrers()) == 1 {
		instr = (*closure.Referrers())[0]
	}
	d, _ := instr.(*ssa.Defer)
	return d
}

// lose reports the loss of a cancel function, as finding.List.Add does.
func (r *reporter) lose(call *ssa.Call, message string) *finding.Finding {
	r.lost[r.maker(call)] = len(r.findings)
	return r.findings.Add(r.pass.Files, "lost-cancel", rules.Certain, call.Pos(), message)
}

// uses are what a function does with a cancel function that it was given.
type uses struct {
	// stops are the instructions that call it, or hand it to code that may.
	stops map[ssa.Instruction]bool
	// field keeps it, and nothing in the package reads that field.
	field *types.Var
	// object keeps it, which the function made itself.
	object *ssa.Alloc
	// elsewhere: a closure that was made before may call it at any time.
	elsewhere bool
}

// usesOf lists the uses of the function that cancels the context of a call; nil is one
// that nothing takes.
func (r *reporter) usesOf(call *ssa.Call, cancel ssa.Value) *uses {
	u := &uses{stops: make(map[ssa.Instruction]bool)}
	if cancel != nil {
		r.follow(call, cancel, u, make(map[ssa.Value]bool))
	}
	return u
}

// waitsForEnd lists the receives from Done of contexts beside a call that makes one: behind
// them there is nothing left to cancel.
func waitsForEnd(call *ssa.Call, is func(ctx ssa.Value) bool) (list []ssa.Instruction) {
	for instr := range flow.Instructions(call.Parent()) {
		if receive, ok := instr.(*ssa.UnOp); ok && receive.Op == token.ARROW && isEndOf(receive.X, is) {
			list = append(list, receive)
		}
	}
	return list
}

// follow adds the uses of a value that is the cancel function of a call.
func (r *reporter) follow(call *ssa.Call, v ssa.Value, u *uses, seen map[ssa.Value]bool) {
	if seen[v] {
		return
	}
	seen[v] = true
	for _, ref := range flow.Referrers(v) {
		switch ref := ref.(type) {
		case *ssa.DebugRef:
		case *ssa.Phi:
			r.follow(call, ref, u, seen)
		case *ssa.ChangeType:
			r.follow(call, ref, u, seen)
		case *ssa.Store:
			if ref.Addr == v {
				continue
			}
			switch addr := ref.Addr.(type) {
			case *ssa.Alloc:
				variable(call, addr, u)
			case *ssa.FieldAddr:
				r.kept(call, ref, addr, u)
			default:
				u.stops[ref] = true
			}
		default:
			u.stops[ref] = true
		}
	}
}

// variable follows a cancel function into a variable that closures share.
func variable(call *ssa.Call, v *ssa.Alloc, u *uses) {
	for _, ref := range flow.Referrers(v) {
		switch ref := ref.(type) {
		case *ssa.UnOp:
			if len(flow.Referrers(ref)) > 0 {
				u.stops[ref] = true
			}
		case *ssa.MakeClosure:
			before := flow.Find(ref,
				func(instr ssa.Instruction) bool { return instr == call },
				func(instr ssa.Instruction) bool { return instr == v }, // another variable from there on
				nil)
			u.elsewhere = u.elsewhere || before != nil
			u.stops[ref] = true
		case *ssa.Store:
		default:
			u.stops[ref] = true
		}
	}
}

// startsAfter reports whether a goroutine is started on some way from an instruction on.
func startsAfter(from ssa.Instruction) bool {
	return flow.Any(from.Parent(), func(instr ssa.Instruction) bool {
		return starts(instr) && flow.MayFollow(from, instr)
	})
}

// starts reports whether an instruction starts a goroutine.
func starts(instr ssa.Instruction) bool {
	_, isGo := instr.(*ssa.Go)
	call, isCall := instr.(*ssa.Call)
	return isGo || isCall && syncmodel.OfCall(call.Common()) == syncmodel.WaitGroupGo
}

// endsOn reports whether an edge is taken only once one of certain contexts has ended.
func endsOn(from, to *ssa.BasicBlock, is func(ctx ssa.Value) bool) bool {
	branch, ok := from.Instrs[len(from.Instrs)-1].(*ssa.If)
	if !ok {
		return false
	}
	cond, ok := branch.Cond.(*ssa.BinOp)
	if !ok {
		return false
	}
	then := from.Succs[0] == to
	switch x := cond.X.(type) {
	case *ssa.Extract: // of a select
		ch := chosen(branch)
		return ch != nil && then && isEndOf(ch, is)
	case *ssa.Call:
		return syncmodel.OfCall(x.Common()) == syncmodel.ContextErr && is(contextArgument(x)) && then == (cond.Op == token.NEQ)
	}
	return false
}

// isEndOf reports whether a channel is the Done channel of one of certain contexts.
func isEndOf(ch ssa.Value, is func(ctx ssa.Value) bool) bool {
	done, ok := ch.(*ssa.Call)
	return ok && syncmodel.OfCall(done.Common()) == syncmodel.ContextDone && is(contextArgument(done))
}

// contextArgument returns the context of a call of Done, Err or Cause.
func contextArgument(call *ssa.Call) ssa.Value {
	if call.Call.IsInvoke() {
		return call.Call.Value
	}
	return call.Call.Args[0]
}

// parentOf returns the context that a call is given to derive one from, or nil.
func parentOf(call *ssa.Call) ssa.Value {
	i := slices.IndexFunc(call.Call.Args, func(arg ssa.Value) bool { return syncmodel.IsContext(arg.Type()) })
	if i < 0 {
		return nil
	}
	return call.Call.Args[i]
}

// isContextOf reports whether a value is the context that a call makes, or the one that it
// is derived from.
func isContextOf(ctx ssa.Value, call *ssa.Call) bool {
	parent := parentOf(call)
	if parent != nil && ctx == parent || ctx == result(call, 0) {
		return true
	}
	load, ok := ctx.(*ssa.UnOp)
	if !ok {
		return false
	}
	// A variable that closures share: this context was stored there, or its parent read.
	if p, ok := parent.(*ssa.UnOp); ok && p.X == load.X {
		return true
	}
	return slices.ContainsFunc(flow.Referrers(load.X), func(ref ssa.Instruction) bool {
		store, ok := ref.(*ssa.Store)
		return ok && store.Addr == load.X && store.Val == result(call, 0)
	})
}

// isNamed reports whether the cancel function of a call was given a name.
func (r *reporter) isNamed(call *ssa.Call) bool {
	assign := r.assignment(call)
	if assign == nil {
		return false
	}
	id, ok := assign.Lhs[1].(*ast.Ident)
	return ok && id.Name != "_"
}

// assignment returns the statement ctx, cancel := context.With...() of a call, or nil.
func (r *reporter) assignment(call *ssa.Call) *ast.AssignStmt {
	for _, n := range finding.Enclosing(r.pass.Files, call.Pos()) {
		if assign, ok := n.(*ast.AssignStmt); ok && len(assign.Lhs) == 2 && len(assign.Rhs) == 1 {
			return assign
		}
	}
	return nil
}

// deferCancel puts a defer behind the statement that makes a context. That is right
// where the context is only used within calls that the function itself makes.
func (r *reporter) deferCancel(call *ssa.Call, ctx ssa.Value) []analysis.SuggestedFix {
	assign := r.assignment(call)
	if assign == nil || assign.Tok != token.DEFINE || flow.InLoop(call) || ctx == nil || !r.staysInside(ctx, make(map[ssa.Value]bool)) {
		return nil
	}
	id, ok := assign.Lhs[1].(*ast.Ident)
	if !ok {
		return nil
	}
	fix := analysis.SuggestedFix{Message: "Cancel the context when the function ends"}
	name := id.Name
	if name == "_" {
		name = "cancel"
		scope := r.pass.Pkg.Scope().Innermost(assign.Pos())
		if scope == nil {
			return nil
		}
		if _, taken := scope.LookupParent(name, token.NoPos); taken != nil {
			return nil
		}
		fix.TextEdits = append(fix.TextEdits, analysis.TextEdit{Pos: id.Pos(), End: id.End(), NewText: []byte(name)})
	}
	text := "defer " + name + "()"
	if ignore := r.ignoring(assign, name); ignore != nil {
		fix.TextEdits = append(fix.TextEdits, analysis.TextEdit{Pos: ignore.Pos(), End: ignore.End(), NewText: []byte(text)})
	} else {
		indent := slices.Repeat([]byte("\t"), max(0, r.pass.Fset.Position(assign.Pos()).Column-1))
		fix.TextEdits = append(fix.TextEdits, analysis.TextEdit{Pos: assign.End(), End: assign.End(), NewText: append(append([]byte("\n"), indent...), text...)})
	}
	return []analysis.SuggestedFix{fix}
}

// ignoring returns the statement _ = cancel that follows an assignment, or nil.
func (r *reporter) ignoring(assign *ast.AssignStmt, name string) ast.Stmt {
	for _, n := range finding.Enclosing(r.pass.Files, assign.Pos()) {
		block, ok := n.(*ast.BlockStmt)
		if !ok {
			continue
		}
		i := slices.Index(block.List, ast.Stmt(assign))
		if i < 0 || i+1 == len(block.List) {
			return nil
		}
		next, ok := block.List[i+1].(*ast.AssignStmt)
		if !ok || len(next.Lhs) != 1 || len(next.Rhs) != 1 {
			return nil
		}
		blank, ok := next.Lhs[0].(*ast.Ident)
		value, isIdent := next.Rhs[0].(*ast.Ident)
		if ok && isIdent && blank.Name == "_" && value.Name == name {
			return next
		}
		return nil
	}
	return nil
}

// staysInside reports whether a context is used in calls only, and not kept by
// goroutines, closures, variables or results.
func (r *reporter) staysInside(ctx ssa.Value, seen map[ssa.Value]bool) bool {
	if seen[ctx] {
		return true
	}
	seen[ctx] = true
	for _, ref := range flow.Referrers(ctx) {
		if _, ok := ref.(*ssa.DebugRef); ok {
			continue
		}
		call, ok := ref.(*ssa.Call)
		switch {
		case !ok:
			return false
		case syncmodel.IsContext(call.Type()):
			if !r.staysInside(call, seen) {
				return false
			}
		case !isValue(call.Type()):
			return false // the result may keep the context
		}
		if callee := r.summaries.Local(call.Common()); callee != nil {
			for i, arg := range call.Call.Args {
				if arg == ctx && !r.staysInside(callee.Params[i], seen) {
					return false
				}
			}
		}
	}
	return true
}

// isValue reports whether a type holds data that cannot keep a context.
func isValue(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Basic, *types.Chan:
		return true
	case *types.Slice:
		return isValue(u.Elem())
	case *types.Tuple:
		for v := range u.Variables() {
			if !isValue(v.Type()) {
				return false
			}
		}
		return true
	}
	return types.Identical(t, types.Universe.Lookup("error").Type())
}
