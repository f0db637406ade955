package contextuse

import (
	"fmt"
	"go/constant"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/diagnosis"
	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
	"interleave/analyzers/rules"
)

// cancelledEarly reports a context that a function cancels on its way out although it returns what
// still needs it: an object that keeps the context for its methods, or the answer to a request
// that has it, whose body is still to be read.
func (r *reporter) cancelledEarly(call *ssa.Call) {
	ctx, cancel := result(call, 0), result(call, 1)
	if ctx == nil || cancel == nil || diagnosis.InTest(r.pass, call.Pos()) {
		return
	}
	for _, ref := range flow.Referrers(cancel) {
		end, ok := ref.(*ssa.Defer)
		if !ok || end.Call.Value != cancel {
			continue
		}
		if !r.objectNeeds(ctx, end) {
			r.answerNeeds(ctx, end)
		}
		return
	}
}

// objectNeeds reports an object that is returned and works with a context which has ended by then.
func (r *reporter) objectNeeds(ctx ssa.Value, end *ssa.Defer) bool {
	for instr := range flow.Instructions(end.Parent()) {
		k := r.keeperAt(instr, ctx)
		if k == nil {
			continue
		}
		ret := returnOf(end, k.object)
		if ret == nil || r.isLent(k.object) {
			continue
		}
		use := r.laterUse(end.Parent(), k.field)
		if use == nil {
			continue
		}
		f := r.findings.Add(r.pass.Files, "ctx-cancelled-early", rules.Likely, end.Pos(), fmt.Sprintf("cancelled too early: %s returns what keeps this context in %s, and ends it on the way out", diagnosis.FunctionName(end.Parent()), k.field.Name()))
		f.Relate(r.pass.Files, ret.Pos(), "what is returned here keeps the context")
		f.Relate(r.pass.Files, use.Pos(), diagnosis.FunctionName(use.Parent())+" works with the context here, when it has ended")
		return true
	}
	return false
}

// A keeper is an object that keeps a context in a field.
type keeper struct {
	object ssa.Value
	field  *types.Var
}

// keeperAt returns the object into which an instruction puts a context: by itself, or by a call of
// a function that makes the object. It is nil for other instructions.
func (r *reporter) keeperAt(instr ssa.Instruction, ctx ssa.Value) *keeper {
	switch instr := instr.(type) {
	case *ssa.Store:
		addr, ok := instr.Addr.(*ssa.FieldAddr)
		if !ok || !syncmodel.IsContext(instr.Val.Type()) || !leadsTo(instr.Val, []ssa.Value{ctx}, 0) {
			return nil
		}
		if made := madeObject(addr); made != nil && made.Parent() == instr.Parent() {
			return &keeper{made, effects.FieldOf(addr)}
		}
	case *ssa.Call:
		callee := r.summaries.Local(instr.Common())
		i := slices.IndexFunc(instr.Call.Args, func(arg ssa.Value) bool {
			return syncmodel.IsContext(arg.Type()) && leadsTo(arg, []ssa.Value{ctx}, 0)
		})
		if callee == nil || i < 0 || i >= len(callee.Params) {
			return nil
		}
		for inner := range flow.Instructions(callee) {
			if _, ok := inner.(*ssa.Store); !ok {
				continue
			}
			if k := r.keeperAt(inner, callee.Params[i]); k != nil {
				return madeBy(instr, k)
			}
		}
	}
	return nil
}

// madeBy returns the result of a call that is the object which its function has made to keep a
// context; nil if there is none.
func madeBy(call *ssa.Call, k *keeper) *keeper {
	if types.Identical(call.Type(), k.object.Type()) {
		return &keeper{call, k.field}
	}
	for _, ref := range flow.Referrers(call) {
		if part, ok := ref.(*ssa.Extract); ok && types.Identical(part.Type(), k.object.Type()) {
			return &keeper{part, k.field}
		}
	}
	return nil
}

// returnOf returns a return that gives back one of some values behind a defer; nil if there is none.
func returnOf(end *ssa.Defer, values ...ssa.Value) *ssa.Return {
	for instr := range flow.Instructions(end.Parent()) {
		ret, ok := instr.(*ssa.Return)
		if ok && flow.Dominates(end, ret) && slices.ContainsFunc(ret.Results, func(v ssa.Value) bool {
			v = flow.PutFor(ret, v)
			return !syncmodel.IsContext(v.Type()) && leadsTo(v, values, 0)
		}) {
			return ret
		}
	}
	return nil
}

// isLent reports whether a function gives an object to code that is not seen: that may be all
// that is done with it while its context lasts.
func (r *reporter) isLent(object ssa.Value) bool {
	uses := []objectUse{}
	if made, ok := object.(*ssa.Alloc); ok {
		uses = objectUses(made)
	} else {
		for _, ref := range flow.Referrers(object) {
			uses = append(uses, objectUse{ref, object})
		}
	}
	return slices.ContainsFunc(uses, func(use objectUse) bool {
		call, ok := use.instr.(ssa.CallInstruction)
		return ok && r.summaries.Local(call.Common()) == nil
	})
}

// laterUse returns a place that works with the context in a field of what a function returns, if
// the function itself does not come there, and nobody gives the field another context; else nil.
func (r *reporter) laterUse(fn *ssa.Function, field *types.Var) ssa.Instruction {
	graph := flow.NewGraph(nil)
	now := graph.Closure([]*ssa.Function{fn})
	var later ssa.Instruction
	for _, user := range r.summaries.Order {
		for instr := range flow.Instructions(user) {
			addr, ok := instr.(*ssa.FieldAddr)
			if !ok || effects.FieldOf(addr) != field {
				continue
			}
			if changes(addr) && madeObject(addr) == nil {
				return nil
			}
			use := worksWith(addr)
			if use == nil {
				continue
			}
			if slices.Contains(now, user) {
				return nil
			}
			if later == nil && !diagnosis.InTest(r.pass, user.Pos()) {
				later = use
			}
		}
	}
	if later == nil || effects.Exported(fn) {
		return later
	}
	if !slices.ContainsFunc(r.callsOf(fn), func(call *ssa.Call) bool {
		return slices.Contains(graph.Closure([]*ssa.Function{call.Parent()}), later.Parent())
	}) {
		return nil
	}
	return later
}

// changes reports whether somebody stores to an address, or may.
func changes(addr *ssa.FieldAddr) bool {
	return slices.ContainsFunc(flow.Referrers(addr), func(ref ssa.Instruction) bool {
		_, load := ref.(*ssa.UnOp)
		return !load
	})
}

// worksWith returns a call that fails when the context at an address has ended, or asks whether it has;
// nil if there is none. What else one can do with it are its values.
func worksWith(addr *ssa.FieldAddr) ssa.Instruction {
	for _, ref := range flow.Referrers(addr) {
		load, ok := ref.(*ssa.UnOp)
		if !ok {
			continue
		}
		for _, use := range flow.Referrers(load) {
			call, ok := use.(*ssa.Call)
			if !ok {
				continue
			}
			switch syncmodel.OfCall(call.Common()) {
			case syncmodel.ContextDone, syncmodel.ContextErr:
				return call
			case syncmodel.None:
				if results := call.Call.Signature().Results(); !isReceiver(call, load) && results.Len() > 0 && isError(results.At(results.Len()-1).Type()) {
					return call
				}
			}
		}
	}
	return nil
}

// callsOf lists the calls of a function in its package, apart from its tests.
func (r *reporter) callsOf(fn *ssa.Function) (list []*ssa.Call) {
	for _, caller := range r.summaries.Order {
		for instr := range flow.Instructions(caller) {
			if call, ok := instr.(*ssa.Call); ok && r.summaries.Local(call.Common()) == fn && !diagnosis.InTest(r.pass, call.Pos()) {
				list = append(list, call)
			}
		}
	}
	return list
}

// answerNeeds reports the answer to a request that is returned, or its body, when the context of
// the request has ended: it takes the connection along.
func (r *reporter) answerNeeds(ctx ssa.Value, end *ssa.Defer) {
	fn := end.Parent()
	for instr := range flow.Instructions(fn) {
		made, ok := instr.(*ssa.Call)
		if !ok || !slices.ContainsFunc(made.Call.Args, func(arg ssa.Value) bool { return leadsTo(arg, []ssa.Value{ctx}, 0) }) || asksForHead(made) {
			continue
		}
		request, carries := carrierOf(made)
		if !carries || request == nil || syncmodel.IsContext(request.Type()) {
			continue
		}
		for _, ref := range flow.Referrers(request) {
			sent, ok := ref.(*ssa.Call)
			if !ok {
				continue
			}
			answer := result(sent, 0)
			if answer == nil || answer.Type().String() != "*net/http.Response" {
				continue
			}
			ret := returnOf(end, append(bodies(answer), answer)...)
			if ret == nil || isReadBefore(answer, ret) || !effects.Exported(fn) && !slices.ContainsFunc(r.callsOf(fn), readsBody) {
				continue
			}
			f := r.findings.Add(r.pass.Files, "ctx-cancelled-early", rules.Likely, end.Pos(), fmt.Sprintf("cancelled too early: %s returns an answer whose body is still to be read, and ends its context on the way out; what has not come by then is lost", diagnosis.FunctionName(fn)))
			f.Relate(r.pass.Files, ret.Pos(), "what is returned here needs the context")
			f.Relate(r.pass.Files, made.Pos(), "the request gets the context here")
			return
		}
	}
}

// asksForHead reports whether a call makes a request to which no body is answered.
func asksForHead(made *ssa.Call) bool {
	return slices.ContainsFunc(made.Call.Args, func(arg ssa.Value) bool {
		method, ok := arg.(*ssa.Const)
		return ok && method.Value != nil && method.Value.Kind() == constant.String && constant.StringVal(method.Value) == "HEAD"
	})
}

// bodies lists the loads of the body of an answer.
func bodies(answer ssa.Value) (list []ssa.Value) {
	for _, ref := range flow.Referrers(answer) {
		if addr, ok := ref.(*ssa.FieldAddr); ok && effects.FieldOf(addr).Name() == "Body" {
			for _, use := range flow.Referrers(addr) {
				if load, ok := use.(*ssa.UnOp); ok {
					list = append(list, load)
				}
			}
		}
	}
	return list
}

// isReadBefore reports whether something is done with an answer or its body on the way to the
// return of one of them: it may be read, closed or replaced by then.
func isReadBefore(answer ssa.Value, ret *ssa.Return) bool {
	touches := func(ref ssa.Instruction) bool {
		_, compares := ref.(*ssa.BinOp)
		return !compares && !givesBack(ref) && flow.MayFollow(ref, ret)
	}
	return slices.ContainsFunc(flow.Referrers(answer), func(ref ssa.Instruction) bool {
		addr, ok := ref.(*ssa.FieldAddr)
		if !ok {
			return touches(ref)
		}
		return effects.FieldOf(addr).Name() == "Body" && slices.ContainsFunc(flow.Referrers(addr), func(use ssa.Instruction) bool {
			load, ok := use.(*ssa.UnOp)
			return !ok && touches(use) || ok && slices.ContainsFunc(flow.Referrers(load), touches)
		})
	})
}

// givesBack reports whether an instruction does nothing with a value but to return it.
func givesBack(instr ssa.Instruction) bool {
	switch instr := instr.(type) {
	case *ssa.Return:
		return true
	case *ssa.ChangeInterface:
		return !slices.ContainsFunc(flow.Referrers(instr), func(ref ssa.Instruction) bool { return !givesBack(ref) })
	case *ssa.Store:
		variable, ok := instr.Addr.(*ssa.Alloc)
		return ok && !slices.ContainsFunc(flow.Referrers(variable), func(ref ssa.Instruction) bool {
			_, puts := ref.(*ssa.Store)
			load, ok := ref.(*ssa.UnOp)
			return !puts && (!ok || slices.ContainsFunc(flow.Referrers(load), func(use ssa.Instruction) bool {
				_, returns := use.(*ssa.Return)
				return !returns
			}))
		})
	}
	return false
}

// readsBody reports whether a function does more with the body of an answer that a call gives than
// to close it.
func readsBody(call *ssa.Call) bool {
	answer := ssa.Value(call)
	if part := result(call, 0); part != nil {
		answer = part
	}
	read := bodies(answer)
	if answer.Type().String() != "*net/http.Response" {
		read = []ssa.Value{answer} // the body by itself
	}
	return slices.ContainsFunc(read, func(body ssa.Value) bool {
		return slices.ContainsFunc(flow.Referrers(body), func(use ssa.Instruction) bool {
			if _, compares := use.(*ssa.BinOp); compares {
				return false
			}
			closing, ok := use.(ssa.CallInstruction)
			return !ok || !closing.Common().IsInvoke() || closing.Common().Method.Name() != "Close"
		})
	})
}
