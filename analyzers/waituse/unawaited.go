package waituse

import (
	"fmt"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/diagnosis"
	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/explore"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
	"interleave/analyzers/rules"
)

// unawaitedResult reports a goroutine that writes into a slice, a map or a variable which the function that has
// started it returns: the function waits for nothing in between, and the goroutine tells nobody when it has
// written, so no caller can wait for it either. Where the search has seen the race the story is its own.
func (r *reporter) unawaitedResult(s start) {
	fn := s.instr.Parent()
	if fn.Signature.Results().Len() == 0 || s.body.Parent() != fn && len(s.args) == 0 || diagnosis.InTest(r.pass, fn.Pos()) || r.isRaced(s.body) || r.waitsAfter(s.instr) {
		return
	}
	if call, ok := s.instr.(*ssa.Call); ok && !isLocal(call.Call.Args[0], s) {
		return // somebody else may wait for the group
	}
	for instr := range flow.Instructions(s.body) {
		memory := written(instr)
		if memory == nil || tellsAfter(instr, s) {
			continue
		}
		result := variable(memory, s)
		ret := returnOf(result, s)
		if ret == nil || !isMadeIn(result, fn) {
			continue
		}
		f := r.findings.Add(r.pass.Files, "goroutine-not-awaited", rules.Likely, s.instr.Pos(), fmt.Sprintf("data race: %s returns %s while this goroutine may still write it; nothing waits for the goroutine, and it tells nobody when it is done", fn.Name(), nameOf(result)))
		f.Relate(r.pass.Files, instr.Pos(), "it is written here")
		f.Relate(r.pass.Files, ret.Pos(), "it is returned here, perhaps before that")
		return
	}
}

// waitsAfter reports whether a function may wait for something once it has executed an instruction. A sleep
// waits for a time, and orders nothing.
func (r *reporter) waitsAfter(start ssa.Instruction) bool {
	wanted := func(instr ssa.Instruction) bool {
		call, ok := instr.(*ssa.Call)
		return r.waits.May(instr, true) && !(ok && syncmodel.OfCall(call.Common()) == syncmodel.Sleep)
	}
	return flow.Find(start, wanted, func(ssa.Instruction) bool { return false }, nil) != nil
}

// isRaced reports whether the search has found a race in a function.
func (r *reporter) isRaced(fn *ssa.Function) bool {
	for _, o := range r.pass.ResultOf[explore.Analyzer].(*explore.Result).Outcomes {
		for _, a := range o.Accesses {
			if o.Kind == explore.Race && a.Instr != nil && a.Instr.Parent() == fn {
				return true
			}
		}
	}
	return false
}

// written returns the slice, map or pointer to a plain variable into which an instruction writes, or nil.
func written(instr ssa.Instruction) ssa.Value {
	switch instr := instr.(type) {
	case *ssa.MapUpdate:
		return instr.Map
	case *ssa.Store:
		switch at := instr.Addr.(type) {
		case *ssa.IndexAddr:
			if _, ok := at.X.Type().Underlying().(*types.Slice); ok {
				return at.X
			}
		case *ssa.UnOp:
			// Objects of several fields may be used by the goroutine alone in some of them.
			if p, ok := at.Type().Underlying().(*types.Pointer); ok {
				if _, isStruct := p.Elem().Underlying().(*types.Struct); !isStruct {
					return at
				}
			}
		case *ssa.Parameter:
			return at
		}
	}
	return nil
}

// variable resolves what a value is to the function that starts the goroutine: the variable that a literal has
// captured, what it has given to a parameter, or the value itself.
func variable(v ssa.Value, s start) ssa.Value {
	switch v := v.(type) {
	case *ssa.UnOp:
		if v.Op == token.MUL {
			switch at := v.X.(type) {
			case *ssa.FreeVar:
				if cell := effects.Binding(at); cell != nil {
					return cell
				}
			case *ssa.Alloc:
				return at
			}
		}
	case *ssa.FreeVar:
		if cell := effects.Binding(v); cell != nil {
			return cell
		}
	case *ssa.Parameter:
		for i, p := range s.body.Params {
			if p == v && i < len(s.args) {
				return variable(s.args[i], s)
			}
		}
	}
	return v
}

// returnOf finds a return of the starting function, after the start, that gives a variable's value; nil if
// there is none.
func returnOf(result ssa.Value, s start) *ssa.Return {
	for instr := range flow.Instructions(s.instr.Parent()) {
		ret, ok := instr.(*ssa.Return)
		if !ok || !flow.MayFollow(s.instr, ret) {
			continue
		}
		for _, v := range ret.Results {
			if variable(v, s) == result || variable(flow.PutFor(ret, v), s) == result {
				return ret
			}
		}
	}
	return nil
}

// isMadeIn reports whether what a variable holds was made by the function itself, and is never replaced.
func isMadeIn(result ssa.Value, fn *ssa.Function) bool {
	made := result
	if cell, ok := result.(*ssa.Alloc); ok && isVariable(cell) {
		made = nil
		for _, ref := range flow.Referrers(cell) {
			if store, ok := ref.(*ssa.Store); ok && store.Addr == cell {
				if made != nil {
					return false
				}
				made = store.Val
			}
		}
	}
	switch made := made.(type) {
	case *ssa.MakeSlice, *ssa.MakeMap:
		return made.Parent() == fn
	case *ssa.Alloc:
		return made.Parent() == fn
	case *ssa.Slice:
		_, array := made.X.(*ssa.Alloc)
		return array
	}
	return false
}

// isVariable reports whether an allocation is a variable that holds a slice, a map or a pointer, and not what a
// pointer leads to.
func isVariable(cell *ssa.Alloc) bool {
	switch cell.Type().Underlying().(*types.Pointer).Elem().Underlying().(type) {
	case *types.Slice, *types.Map, *types.Pointer:
		return true
	}
	return false
}

// tellsAfter reports whether a goroutine may let somebody know that it has executed an instruction: by a channel,
// a lock or a call of what is not known. Done and Unlock of what only the starting function has tell nobody, as that
// does not wait.
func tellsAfter(from ssa.Instruction, s start) bool {
	tells := func(instr ssa.Instruction) bool {
		switch instr := instr.(type) {
		case *ssa.Send, *ssa.Select:
			return true
		case *ssa.UnOp:
			return instr.Op == token.ARROW
		case *ssa.Call:
			return callTells(instr.Common(), s)
		case *ssa.RunDefers:
			return flow.Any(instr.Parent(), func(instr ssa.Instruction) bool {
				d, ok := instr.(*ssa.Defer)
				return ok && callTells(d.Common(), s)
			})
		}
		return false
	}
	return flow.Find(from, tells, func(ssa.Instruction) bool { return false }, nil) != nil
}

func callTells(call *ssa.CallCommon, s start) bool {
	if b, ok := call.Value.(*ssa.Builtin); ok {
		return b.Name() == "close"
	}
	switch syncmodel.OfCall(call) {
	case syncmodel.None:
		return !syncmodel.IsBrief(syncmodel.Callee(call))
	case syncmodel.WaitGroupDone, syncmodel.Lock, syncmodel.Unlock:
		return call.IsInvoke() || !isLocal(call.Args[0], s)
	}
	return true
}

// isLocal reports whether a lock or group is a variable of the starting function, and no pointer to another one's.
func isLocal(v ssa.Value, s start) bool {
	cell, ok := variable(v, s).(*ssa.Alloc)
	return ok && cell.Parent() == s.instr.Parent() && !isVariable(cell)
}

// nameOf names a variable, as the code does.
func nameOf(v ssa.Value) string {
	if cell, ok := v.(*ssa.Alloc); ok && cell.Comment != "" && cell.Comment != "new" && cell.Comment != "complit" {
		return cell.Comment
	}
	return "its result"
}
