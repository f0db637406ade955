package contextuse

import (
	"fmt"
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/diagnosis"
	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
	"interleave/analyzers/rules"
)

// beyondGroup reports an errgroup with a context of which one function sends to another one
// until the context ends that the group was made from. If the receiver fails, that one does
// not end, but the group's own does, and the sender waits on.
func (r *reporter) beyondGroup(made *ssa.Call) {
	fn := made.Parent()
	ctx, ok := effects.PathOf(made.Call.Args[0])
	group := result(made, 0)
	if !ok || ctx.Parameter() < 0 || ctx.Fields != "" || group == nil || diagnosis.InTest(r.pass, fn.Pos()) {
		return
	}
	tasks := started(group)
	for _, sender := range tasks {
		for _, send := range r.sendsUntil(task{fn: sender}, ctx, 0) {
			for _, receiver := range tasks {
				failing := r.failsReceiving(task{fn: receiver}, send.channel, 0)
				if receiver == sender || failing == nil || hasRoom(send.channel) {
					continue
				}
				if own := result(made, 1); own != nil && len(flow.Referrers(own)) > 0 {
					f := r.findings.Add(r.pass.Files, "ctx-ignored", rules.Likely, send.by.Pos(), fmt.Sprintf("deaf to cancellation: this listens to %s; when another function of the group fails only the group's own context ends, and this waits on", ctx))
					f.Relate(r.pass.Files, made.Pos(), "the group's own context is made here")
					f.Relate(r.pass.Files, failing.Pos(), "the receiver leaves here")
					return
				}
				f := r.findings.Add(r.pass.Files, "ctx-ignored", rules.Likely, made.Pos(), fmt.Sprintf("deaf to cancellation: the functions of this group listen to %s; when one of them fails only the context that this call returns ends, and who sends to it waits on", ctx))
				f.Relate(r.pass.Files, send.at.Pos(), "this waits for a receiver or the end of "+ctx.String())
				f.Relate(r.pass.Files, failing.Pos(), "the receiver leaves here")
				return
			}
		}
	}
}

// started lists the function literals that a group is given to run, by the function that has
// made it.
func started(group ssa.Value) (list []*ssa.Function) {
	for _, ref := range flow.Referrers(group) {
		call, ok := ref.(*ssa.Call)
		if !ok || syncmodel.OfCall(call.Common()) != syncmodel.GroupGo {
			continue
		}
		if literal, ok := call.Call.Args[1].(*ssa.MakeClosure); ok {
			list = append(list, literal.Fn.(*ssa.Function))
		}
	}
	return list
}

// A task is a function that a goroutine runs, with what it is called with in the terms of the
// one that started the goroutine.
type task struct {
	fn   *ssa.Function
	args []effects.Path
}

// place returns the path of a value in the terms of who started the goroutine.
func (t task) place(v ssa.Value) (effects.Path, bool) {
	p, ok := effects.PathOf(v)
	i := p.Parameter()
	if !ok || i < 0 || p.Root.Parent() != t.fn {
		return p, ok
	}
	return t.args[i], p.Fields == "" && t.args[i].Root != nil
}

// called returns the task that goes on in a function of the package which a call names.
func (r *reporter) called(t task, instr ssa.Instruction) (task, bool) {
	call, ok := instr.(*ssa.Call)
	if !ok || r.summaries.Local(call.Common()) == nil {
		return task{}, false
	}
	inner := task{fn: r.summaries.Local(call.Common())}
	for _, arg := range call.Call.Args {
		p, ok := t.place(arg)
		if !ok {
			p = effects.Path{}
		}
		inner.args = append(inner.args, p)
	}
	return inner, true
}

// A sending is a select that sends to a channel until a context ends, or a call of code that is not
// seen and is given both.
type sending struct {
	at      ssa.Instruction
	by      ssa.Instruction // at, or the call in the task itself that leads there
	channel effects.Path
}

// sendsUntil lists the selects of a task, and of what it calls, that send until a context ends
// and wait for nothing else, and the calls of code that is not seen which may do that.
func (r *reporter) sendsUntil(t task, ctx effects.Path, depth int) (list []sending) {
	for instr := range flow.Instructions(t.fn) {
		if inner, ok := r.called(t, instr); ok && depth < maxCalls {
			for _, send := range r.sendsUntil(inner, ctx, depth+1) {
				send.by = instr
				list = append(list, send)
			}
		}
		if call, ok := instr.(*ssa.Call); ok && call.Call.IsInvoke() {
			list = append(list, t.handsOver(call, ctx)...)
		}
		sel, ok := instr.(*ssa.Select)
		if !ok || !sel.Blocking || len(sel.States) != 2 {
			continue
		}
		send, end := sel.States[0], sel.States[1]
		if send.Dir != types.SendOnly {
			send, end = end, send
		}
		done, ok := end.Chan.(*ssa.Call)
		if !ok || send.Dir != types.SendOnly || syncmodel.OfCall(done.Common()) != syncmodel.ContextDone {
			continue
		}
		listened, ok := t.place(contextArgument(done))
		if channel, known := t.place(send.Chan); ok && known && listened.Same(ctx) {
			list = append(list, sending{sel, sel, channel})
		}
	}
	return list
}

// handsOver lists the channels that a call is given to send to, if it is given a context as well.
func (t task) handsOver(call *ssa.Call, ctx effects.Path) (list []sending) {
	listens := false
	for _, arg := range call.Call.Args {
		if p, ok := t.place(arg); ok && p.Same(ctx) {
			listens = true
		}
		given, ok := arg.(*ssa.ChangeType)
		if !ok {
			continue
		}
		ch, ok := given.Type().Underlying().(*types.Chan)
		if channel, known := t.place(given.X); ok && known && ch.Dir() == types.SendOnly {
			list = append(list, sending{call, call, channel})
		}
	}
	if !listens {
		return nil
	}
	return list
}

// failsReceiving returns where a task, or what it calls, returns an error of its own although it
// may not have received all that is sent to a channel; nil if it does not, or defers something
// that may receive the rest.
func (r *reporter) failsReceiving(t task, channel effects.Path, depth int) ssa.Instruction {
	for instr := range flow.Instructions(t.fn) {
		if inner, ok := r.called(t, instr); ok && depth < maxCalls {
			if failing := r.failsReceiving(inner, channel, depth+1); failing != nil && !defersReceive(t.fn) {
				return failing
			}
		}
		receive, ok := instr.(*ssa.UnOp)
		if !ok || receive.Op != token.ARROW || !flow.InLoop(receive) || defersReceive(t.fn) {
			continue
		}
		if p, ok := t.place(receive.X); !ok || !p.Same(channel) {
			continue
		}
		for instr := range flow.Instructions(t.fn) {
			if ret, ok := instr.(*ssa.Return); ok && returnsNewError(ret) && flow.MayFollow(receive, ret) {
				return ret
			}
		}
	}
	return nil
}

// returnsNewError reports whether a return gives an error that is made there.
func returnsNewError(ret *ssa.Return) bool {
	if len(ret.Results) == 0 {
		return false
	}
	call, ok := ret.Results[len(ret.Results)-1].(*ssa.Call)
	return ok && syncmodel.OfCall(call.Common()) == syncmodel.NewError
}

// defersReceive reports whether a function defers code that may receive from a channel, or end
// the sender in another way.
func defersReceive(fn *ssa.Function) bool {
	return flow.Any(fn, func(instr ssa.Instruction) bool {
		d, ok := instr.(*ssa.Defer)
		if !ok {
			return false
		}
		if _, builtin := d.Call.Value.(*ssa.Builtin); builtin {
			return false
		}
		callee := d.Call.StaticCallee()
		return callee == nil || flow.Any(callee, func(instr ssa.Instruction) bool {
			receive, ok := instr.(*ssa.UnOp)
			_, calls := instr.(*ssa.Call)
			return calls || ok && receive.Op == token.ARROW
		})
	})
}

// hasRoom reports whether the channel of a local variable may have a buffer.
func hasRoom(channel effects.Path) bool {
	variable, ok := channel.Root.(*ssa.Alloc)
	if !ok {
		return true
	}
	for _, ref := range flow.Referrers(variable) {
		store, ok := ref.(*ssa.Store)
		if !ok || store.Addr != variable {
			continue
		}
		made, ok := store.Val.(*ssa.MakeChan)
		if !ok {
			return true
		}
		if size, ok := made.Size.(*ssa.Const); !ok || constant.Sign(size.Value) != 0 {
			return true
		}
	}
	return false
}
