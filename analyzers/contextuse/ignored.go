package contextuse

import (
	"fmt"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/diagnosis"
	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
	"interleave/analyzers/rules"
)

// ignored reports a function that has a context and waits without a look at it: a
// goroutine whose loop has no way out, and a function that takes a context, does
// nothing with it, and waits.
func (r *reporter) ignored(fn *ssa.Function) {
	if r.summaries.Functions[fn].Task {
		if wait := endless(fn); wait != nil {
			if what, ok := r.atHand(fn); ok {
				f := r.findings.Add(r.pass.Files, "ctx-ignored", rules.Likely, wait.Pos(), fmt.Sprintf("goroutine leak: the loop of %s has no way out, although %s could tell it when to stop", looper(fn), what))
				if start := r.start(fn); start != nil {
					f.Relate(r.pass.Files, start.Pos(), "the goroutine is started here, and never ends")
				}
			}
			return
		}
	}
	param := unusedContext(fn)
	if param == nil || diagnosis.InTest(r.pass, fn.Pos()) {
		return
	}
	if wait := r.waitIn(fn, 0); wait != nil {
		confidence := rules.Likely
		if r.isShort(wait) {
			confidence = rules.Hint
		}
		f := r.findings.Add(r.pass.Files, "ctx-ignored", confidence, wait.Pos(), fmt.Sprintf("deaf to cancellation: %s takes %s and never looks at it, so it goes on waiting here when its caller has given up", fn.Name(), param.Name()))
		f.Relate(r.pass.Files, param.Pos(), "the context that nobody looks at")
	}
}

// looper names the goroutine of a function.
func looper(fn *ssa.Function) string {
	if fn.Parent() != nil {
		return "this goroutine"
	}
	return fn.Name()
}

// unusedContext returns the parameter of a function that is a context, has a name, and
// is never used; nil if there is none.
func unusedContext(fn *ssa.Function) *ssa.Parameter {
	for _, p := range fn.Params {
		if isNamedContext(p) && len(flow.Referrers(p)) == 0 {
			return p
		}
	}
	return nil
}

// isNamedContext reports whether a parameter is a context with a name. SSA makes up
// names for parameters that have none.
func isNamedContext(p *ssa.Parameter) bool {
	return syncmodel.IsContext(p.Type()) && p.Object() != nil && p.Object().Name() != "_" && p.Object().Name() != ""
}

// maxCalls bounds how many calls deep a wait is looked for.
const maxCalls = 3

// waitIn returns the first instruction of a function that may wait for long: a channel
// operation or a Sleep in a loop, or a call of what does that and is given no context.
func (r *reporter) waitIn(fn *ssa.Function, depth int) ssa.Instruction {
	for instr := range flow.Instructions(fn) {
		if isWait(instr) {
			return instr
		}
		call, ok := instr.(*ssa.Call)
		if !ok || depth == maxCalls {
			continue
		}
		callee := r.summaries.Local(call.Common())
		if callee == nil || slices.ContainsFunc(callee.Params, func(p *ssa.Parameter) bool { return syncmodel.IsContext(p.Type()) }) {
			continue
		}
		if r.waitIn(callee, depth+1) != nil {
			return instr
		}
	}
	return nil
}

// isShort reports whether a wait may well be too short to look at a context meanwhile: for the answer to something
// that the function itself has asked for, beside an end of another kind; in a helper beside such an end; or several
// calls down.
func (r *reporter) isShort(wait ssa.Instruction) bool {
	switch wait := wait.(type) {
	case *ssa.Select:
		return slices.ContainsFunc(wait.States, func(s *ssa.SelectState) bool { return s.Dir == types.RecvOnly && isOwn(s.Chan) })
	case *ssa.Call:
		callee := r.summaries.Local(wait.Common())
		return callee != nil && !flow.Any(callee, func(instr ssa.Instruction) bool {
			s, ok := instr.(*ssa.Select)
			return isWait(instr) && !(ok && len(s.States) > 1)
		})
	}
	return false
}

// isWait reports whether an instruction sleeps in a loop, or waits for a channel.
func isWait(instr ssa.Instruction) bool {
	switch instr := instr.(type) {
	case *ssa.Send:
		return !isOwn(instr.Chan)
	case *ssa.UnOp:
		return instr.Op == token.ARROW && !isOwn(instr.X)
	case *ssa.Select:
		return instr.Blocking && len(instr.States) > 0
	case *ssa.Call:
		return syncmodel.OfCall(instr.Common()) == syncmodel.Sleep && flow.InLoop(instr)
	}
	return false
}

// isOwn reports whether a channel was made by the function itself, perhaps for an object that
// it makes: whoever is on the other side was started here as well, and how long that takes is
// not known.
func isOwn(ch ssa.Value) bool {
	if load, ok := ch.(*ssa.UnOp); ok {
		if field, ok := load.X.(*ssa.FieldAddr); ok {
			return isMadeIn(field)
		}
		_, ok := load.X.(*ssa.Alloc)
		return ok
	}
	_, made := ch.(*ssa.MakeChan)
	return made
}

// isMadeIn reports whether a function makes the channel in a field of an object that it makes.
func isMadeIn(field *ssa.FieldAddr) bool {
	object, ok := field.X.(*ssa.Alloc)
	return ok && slices.ContainsFunc(*object.Referrers(), func(ref ssa.Instruction) bool {
		same, ok := ref.(*ssa.FieldAddr)
		return ok && same.Field == field.Field && slices.ContainsFunc(*same.Referrers(), func(use ssa.Instruction) bool {
			store, ok := use.(*ssa.Store)
			if !ok || store.Addr != same {
				return false
			}
			_, made := store.Val.(*ssa.MakeChan)
			return made
		})
	})
}

// endless returns a wait in a loop of a function that nothing leaves, or nil.
func endless(fn *ssa.Function) ssa.Instruction {
	for instr := range flow.Instructions(fn) {
		if !waitsInLoop(instr) {
			continue
		}
		if !leaves(instr.Block(), make(map[*ssa.BasicBlock]bool)) && !looksAtEnd(fn) {
			return instr
		}
	}
	return nil
}

// leaves reports whether control can go from a block to an end.
func leaves(b *ssa.BasicBlock, seen map[*ssa.BasicBlock]bool) bool {
	return slices.ContainsFunc(goesOn(b), func(b *ssa.BasicBlock) bool {
		if seen[b] {
			return false
		}
		seen[b] = true
		return ends(b) || leaves(b, seen)
	})
}

// goesOn lists where control can go from a block. No range over the ticks of a time.Ticker
// ends: nobody closes that channel.
func goesOn(b *ssa.BasicBlock) []*ssa.BasicBlock {
	if branch, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If); ok && isTick(branch.Cond) {
		return b.Succs[:1]
	}
	return b.Succs
}

// isTick reports whether a value says that a receive from a ticker gave a tick.
func isTick(v ssa.Value) bool {
	extract, ok := v.(*ssa.Extract)
	if !ok || extract.Index != 1 {
		return false
	}
	receive, ok := extract.Tuple.(*ssa.UnOp)
	if !ok || receive.Op != token.ARROW {
		return false
	}
	switch ticks := receive.X.(type) {
	case *ssa.Call:
		return syncmodel.OfCall(ticks.Common()) == syncmodel.TimeTick
	case *ssa.UnOp:
		field, ok := ticks.X.(*ssa.FieldAddr)
		return ok && isClock(effects.FieldOf(field))
	}
	return false
}

// isClock reports whether a field is the channel of a time.Ticker or time.Timer.
func isClock(field *types.Var) bool {
	return field.Name() == "C" && field.Pkg() != nil && field.Pkg().Path() == "time"
}

// waitsInLoop reports whether an instruction is a wait that a loop repeats.
func waitsInLoop(instr ssa.Instruction) bool {
	if !flow.InLoop(instr) {
		return false
	}
	switch instr := instr.(type) {
	case *ssa.UnOp:
		return instr.Op == token.ARROW
	case *ssa.Select:
		return len(instr.States) > 0
	case *ssa.Call:
		return syncmodel.OfCall(instr.Common()) == syncmodel.Sleep
	}
	return false
}

// ends reports whether a block leaves its function, or ends the goroutine or process.
// SSA puts a panic that never happens behind each select; it has no position.
func ends(b *ssa.BasicBlock) bool {
	if len(b.Succs) == 0 {
		p, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Panic)
		return !ok || p.Pos().IsValid()
	}
	return slices.ContainsFunc(b.Instrs, func(instr ssa.Instruction) bool {
		call, ok := instr.(*ssa.Call)
		if !ok {
			return false
		}
		op := syncmodel.OfCall(call.Common())
		return op == syncmodel.Exit || op == syncmodel.Goexit || op == syncmodel.TestFatal
	})
}

// looksAtEnd reports whether a function asks whether a context has ended, whatever it
// does then.
func looksAtEnd(fn *ssa.Function) bool {
	for instr := range flow.Instructions(fn) {
		if call, ok := instr.(*ssa.Call); ok {
			if op := syncmodel.OfCall(call.Common()); op == syncmodel.ContextDone || op == syncmodel.ContextErr {
				return true
			}
		}
	}
	return false
}

// atHand names the context that could end a goroutine: a parameter, a captured
// variable, or a field of its receiver that other code listens to.
func (r *reporter) atHand(fn *ssa.Function) (string, bool) {
	start := r.start(fn)
	if start == nil {
		return "", false
	}
	for i, p := range fn.Params {
		if isNamedContext(p) && i < len(start.Call.Args) && canEnd(start.Call.Args[i], start) {
			return p.Name(), true
		}
	}
	for _, v := range fn.FreeVars {
		if ptr, ok := v.Type().(*types.Pointer); ok && syncmodel.IsContext(ptr.Elem()) || syncmodel.IsContext(v.Type()) {
			if parent := start.Parent(); !effects.IsMain(parent) {
				return v.Name(), true
			}
		}
	}
	if p := unusedContext(start.Parent()); p != nil && fn.Parent() == start.Parent() {
		return p.Name(), true
	}
	if fn.Signature.Recv() == nil || effects.IsMain(start.Parent()) {
		return "", false
	}
	field := r.listened(fn.Params[0].Type())
	if field == nil {
		return "", false
	}
	return fn.Params[0].Name() + "." + field.Name(), true
}

// start returns the go statement that starts a function, if there is exactly one.
func (r *reporter) start(fn *ssa.Function) *ssa.Go {
	var found *ssa.Go
	for _, starter := range r.summaries.Functions[fn].Starters {
		for instr := range flow.Instructions(starter) {
			start, ok := instr.(*ssa.Go)
			if !ok || r.summaries.Local(start.Common()) != fn || found == start {
				continue
			}
			if found != nil {
				return nil
			}
			found = start
		}
	}
	return found
}

// canEnd reports whether somebody may be meant to end a context that a goroutine is
// given. The Background never ends; and in main, where goroutines end with the process,
// a cancel that is deferred comes after everything.
func canEnd(ctx ssa.Value, start *ssa.Go) bool {
	call, ok := ctx.(*ssa.Call)
	if ok && syncmodel.OfCall(call.Common()) == syncmodel.ContextBackground {
		return false
	}
	if !effects.IsMain(start.Parent()) {
		return true
	}
	made, ok := ctx.(*ssa.Extract)
	if !ok {
		return false
	}
	call, ok = made.Tuple.(*ssa.Call)
	if !ok {
		return false
	}
	if op := syncmodel.OfCall(call.Common()); op != syncmodel.ContextWithCancel && op != syncmodel.ContextWithTimeout {
		return false
	}
	cancel := result(call, 1)
	return cancel != nil && slices.ContainsFunc(flow.Referrers(cancel), func(ref ssa.Instruction) bool {
		called, ok := ref.(*ssa.Call)
		return ok && called.Call.Value == cancel && flow.MayFollow(start, called)
	})
}

// listened returns a field of a struct that holds a context, and whose end some other
// function of the package asks for; nil if there is none.
func (r *reporter) listened(t types.Type) *types.Var {
	if ptr, ok := t.Underlying().(*types.Pointer); ok {
		t = ptr.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return nil
	}
	for field := range s.Fields() {
		if syncmodel.IsContext(field.Type()) && r.isListenedTo(field.Origin()) {
			return field
		}
	}
	return nil
}

// isListenedTo reports whether some function asks whether the context in a field has ended.
func (r *reporter) isListenedTo(field *types.Var) bool {
	for _, fn := range r.summaries.Order {
		for instr := range flow.Instructions(fn) {
			call, ok := instr.(*ssa.Call)
			if !ok {
				continue
			}
			if op := syncmodel.OfCall(call.Common()); op != syncmodel.ContextDone && op != syncmodel.ContextErr {
				continue
			}
			load, ok := contextArgument(call).(*ssa.UnOp)
			if !ok {
				continue
			}
			if addr, ok := load.X.(*ssa.FieldAddr); ok && effects.FieldOf(addr) == field {
				return true
			}
		}
	}
	return false
}
