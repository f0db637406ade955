package waituse

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

// doneTwice reports an AfterFunc, of package time or context, whose function calls Done for
// something that was counted once, when other code calls Done for it as well and nobody asks
// whether the function was stopped in time: Stop tells that by its result.
func (r *reporter) doneTwice(after *ssa.Call) {
	op := syncmodel.OfCall(after.Common())
	if op != syncmodel.TimeAfterFunc && op != syncmodel.ContextAfterFunc {
		return
	}
	callback := after.Call.Args[1]
	group, _, ok := r.surelyDone(callback)
	if !ok || !r.countedOnce(group, after) {
		return
	}
	other := r.otherDone(group, after)
	if !other.IsValid() {
		return
	}
	stop, ok := ignoredStop(after)
	if !ok {
		return
	}
	place := ssa.Instruction(after)
	said := fmt.Sprintf("both the function of this AfterFunc and %s call Done, for one Add: the counter goes below zero", diagnosis.At(r.pass, other))
	if stop != nil {
		place = stop
		said = fmt.Sprintf("Stop may come too late, which its result would tell: then both AfterFunc's function and %s call Done, for one Add, and the counter goes below zero", diagnosis.At(r.pass, other))
	}
	f := r.findings.Add(r.pass.Files, "negative-counter", rules.Likely, place.Pos(), "panic: "+said)
	f.Relate(r.pass.Files, after.Pos(), "its function calls Done on "+group.String())
	f.Relate(r.pass.Files, other, "the other Done is here")
}

// surelyDone returns the group on which a function value, which is made here, calls Done on
// every way, and where.
func (r *reporter) surelyDone(v ssa.Value) (group effects.Path, at token.Pos, ok bool) {
	closure, ok := v.(*ssa.MakeClosure)
	if !ok {
		return effects.Path{}, token.NoPos, false
	}
	fn := closure.Fn.(*ssa.Function)
	if method, ok := fn.Object().(*types.Func); ok && syncmodel.Of(method) == syncmodel.WaitGroupDone {
		group, ok = effects.PathOf(closure.Bindings[0])
		return group, closure.Pos(), ok // the method value wg.Done
	}
	for _, done := range r.operations(fn, maxCalls, syncmodel.WaitGroupDone) {
		first := fn.Blocks[0].Instrs[0]
		itself := func(instr ssa.Instruction) bool { return instr == done.at }
		if first == done.at || flow.Find(first, isReturn, itself, nil) == nil {
			return done.on, done.at.Pos(), true
		}
	}
	return effects.Path{}, token.NoPos, false
}

// countedOnce reports whether a function counts one, once, before an instruction.
func (r *reporter) countedOnce(group effects.Path, before ssa.Instruction) bool {
	adds := onDeclared(r.operations(before.Parent(), 0, syncmodel.WaitGroupAdd), group)
	if len(adds) != 1 || !flow.Dominates(adds[0].at, before) || flow.InLoop(adds[0].at) != flow.InLoop(before) {
		return false
	}
	delta, ok := adds[0].by.Call.Args[1].(*ssa.Const)
	return ok && delta.Int64() == 1
}

// onDeclared returns those of some operations that are on the group of a declaration, in whatever terms.
func onDeclared(list []operation, group effects.Path) []operation {
	return slices.DeleteFunc(slices.Clone(list), func(op operation) bool { return op.on.Declaration() != group.Declaration() })
}

// otherDone finds where other code than the function of an AfterFunc calls Done on its group: the
// function around, or another function value that it makes; NoPos if none does.
func (r *reporter) otherDone(group effects.Path, after *ssa.Call) token.Pos {
	for _, done := range onDeclared(r.operations(after.Parent(), maxCalls, syncmodel.WaitGroupDone), group) {
		if flow.MayFollow(after, done.at) {
			return done.at.Pos()
		}
	}
	for instr := range flow.Instructions(after.Parent()) {
		closure, ok := instr.(*ssa.MakeClosure)
		if !ok || closure == after.Call.Args[1] {
			continue
		}
		if other, at, ok := r.surelyDone(closure); ok && other.Declaration() == group.Declaration() {
			return at
		}
	}
	return token.NoPos
}

// ignoredStop returns the call by which an AfterFunc is stopped, where its result is not
// used; nil if it is never stopped. It declines (ok false) where the result is used, or somebody
// else may stop it.
func ignoredStop(after *ssa.Call) (stop *ssa.Call, ok bool) {
	for _, use := range usesOf(after) {
		call, isCall := use.(*ssa.Call)
		if !isCall || call.Call.Value != after && !isLoad(call.Call.Value) && syncmodel.OfCall(call.Common()) != syncmodel.TimerStop || len(flow.Referrers(call)) > 0 {
			return nil, false
		}
		stop = call
	}
	return stop, true
}

func isLoad(v ssa.Value) bool {
	_, ok := v.(*ssa.UnOp)
	return ok
}

// usesOf lists the instructions that use a value, past a local variable that it is stored in and
// that literals may use.
func usesOf(v ssa.Value) (list []ssa.Instruction) {
	for _, ref := range flow.Referrers(v) {
		store, ok := ref.(*ssa.Store)
		variable, local := (*ssa.Alloc)(nil), false
		if ok && store.Val == v {
			variable, local = store.Addr.(*ssa.Alloc)
		}
		if !local {
			list = append(list, ref)
			continue
		}
		for _, load := range loadsOf(variable) {
			list = append(list, flow.Referrers(load)...)
		}
	}
	return list
}

// loadsOf lists the reads of a variable, in its function and in literals.
func loadsOf(variable ssa.Value) (list []ssa.Value) {
	for _, ref := range flow.Referrers(variable) {
		switch ref := ref.(type) {
		case *ssa.UnOp:
			list = append(list, ref)
		case *ssa.MakeClosure:
			i := slices.Index(ref.Bindings, variable)
			list = append(list, loadsOf(ref.Fn.(*ssa.Function).FreeVars[i])...)
		}
	}
	return list
}
