package tasks

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
)

// isSole reports whether a method starts goroutines and is, with all that it calls and starts,
// the only one that uses the channels, locks and groups of its object: whoever waits for them
// waits for code of this call. Others may take its locks to look at data. The object must be
// complete once it is made.
func (in *finder) isSole(method *ssa.Function) bool {
	owner, ok := deref(method.Params[0].Type()).(*types.Named)
	if !ok || owner.Obj().Pkg() != in.Pkg.Pkg {
		return false
	}
	parts, channels, ok := partsOf(owner)
	if !ok || channels && constructor(in, method.Params[0].Type()) == nil {
		return false
	}
	in.lookAtParts()
	if !in.starters[method] {
		return false
	}
	reached := make(map[*ssa.Function]bool)
	for _, fn := range in.graph.Closure([]*ssa.Function{method}) {
		reached[fn] = true
	}
	for _, part := range parts {
		for _, user := range in.users[part] {
			if !reached[user] && !(syncmodel.IsLock(deref(part.Type())) && in.looksOnly(user)) {
				return false
			}
		}
	}
	return true
}

// looksOnly reports whether a function, with all that it calls, has nothing to do with other
// goroutines but to take locks and to give them back.
func (in *finder) looksOnly(fn *ssa.Function) bool {
	return !slices.ContainsFunc(in.graph.Closure([]*ssa.Function{fn}), func(fn *ssa.Function) bool { return flow.Any(fn, meets) })
}

// meets reports whether an instruction has to do with other goroutines otherwise than by a lock,
// or runs code that is not known.
func meets(instr ssa.Instruction) bool {
	switch instr := instr.(type) {
	case *ssa.Go, *ssa.Send, *ssa.Select:
		return true
	case *ssa.UnOp:
		return instr.Op == token.ARROW
	case ssa.CallInstruction:
		common := instr.Common()
		switch syncmodel.OfCall(common) {
		case syncmodel.Lock, syncmodel.Unlock, syncmodel.RLock, syncmodel.RUnlock:
			return common.IsInvoke()
		case syncmodel.None:
			_, builtin := common.Value.(*ssa.Builtin)
			return syncmodel.ClosedBy(common) != nil || !builtin && (common.IsInvoke() || common.StaticCallee() == nil)
		}
		return true
	}
	return false
}

// lookAtParts finds, once, the functions but for constructors that use each field to
// synchronise with, and those that start goroutines or lead to such.
func (in *finder) lookAtParts() {
	if in.users != nil {
		return
	}
	in.users = make(map[*types.Var][]*ssa.Function)
	for _, fn := range in.SrcFuncs {
		if fn.Parent() == nil && isConstructor(fn) {
			continue // but not what it leaves behind
		}
		for instr := range flow.Instructions(fn) {
			if part := fieldOf(instr); part != nil && isPart(part) {
				in.users[part] = append(in.users[part], fn)
			}
		}
	}
	in.starters = in.graph.Leading(in.SrcFuncs, func(fn *ssa.Function) bool { return flow.Any(fn, startsGoroutine) })
}

// partsOf lists the fields of a struct that goroutines synchronise with, and tells whether
// channels are among them. It declines (ok false) if there is none, or others than the package
// can use one.
func partsOf(owner *types.Named) (parts []*types.Var, channels, ok bool) {
	fields, isStruct := owner.Underlying().(*types.Struct)
	if !isStruct {
		return nil, false, false
	}
	for field := range fields.Fields() {
		if !isPart(field) {
			continue
		}
		if field.Exported() || field.Embedded() {
			return nil, false, false
		}
		parts = append(parts, field.Origin())
		channels = channels || isChannel(field)
	}
	return parts, channels, len(parts) > 0
}

// isPart reports whether goroutines synchronise with what a field holds.
func isPart(field *types.Var) bool {
	return isChannel(field) || syncmodel.KindOf(deref(field.Type())) != syncmodel.Plain
}

func isChannel(field *types.Var) bool {
	_, ok := field.Type().Underlying().(*types.Chan)
	return ok
}

// fieldOf returns the field that an instruction takes from a struct, or nil.
func fieldOf(instr ssa.Instruction) *types.Var {
	switch instr := instr.(type) {
	case *ssa.FieldAddr:
		return effects.FieldOf(instr)
	case *ssa.Field:
		if s, ok := instr.X.Type().Underlying().(*types.Struct); ok { // else a type parameter
			return s.Field(instr.Field).Origin()
		}
	}
	return nil
}

// startsGoroutine reports whether an instruction starts a goroutine that runs code.
func startsGoroutine(instr ssa.Instruction) bool {
	switch instr := instr.(type) {
	case *ssa.Go:
		return true
	case *ssa.Call:
		switch syncmodel.OfCall(instr.Common()) {
		case syncmodel.WaitGroupGo, syncmodel.GroupGo, syncmodel.GroupTryGo, syncmodel.TimeAfterFunc, syncmodel.ContextAfterFunc:
			return true
		}
	}
	return false
}
