package contextuse

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
)

// pilesUp reports whether one call of a function may execute an instruction many times.
func pilesUp(instr ssa.Instruction) bool {
	return flow.InLoop(instr) && !behindOnce(instr) && !inShortLoop(instr) && !inOneTurn(instr)
}

// inOneTurn reports whether an instruction is executed only in the turn of a loop in which a number
// that changes from turn to turn has one value.
func inOneTurn(instr ssa.Instruction) bool {
	return flow.Any(instr.Parent(), func(before ssa.Instruction) bool {
		branch, ok := before.(*ssa.If)
		if !ok || !flow.OnlyAfter(branch.Block(), 0, instr.Block()) {
			return false
		}
		is, ok := branch.Cond.(*ssa.BinOp)
		if !ok || is.Op != token.EQL {
			return false
		}
		_, constant := is.Y.(*ssa.Const)
		return constant && counts(is.X)
	})
}

// counts reports whether a value grows by one from turn to turn of a loop.
func counts(v ssa.Value) bool {
	switch v := v.(type) {
	case *ssa.Phi:
		return slices.ContainsFunc(v.Edges, func(edge ssa.Value) bool {
			next, ok := edge.(*ssa.BinOp)
			return ok && next.Op == token.ADD && next.X == v
		})
	case *ssa.BinOp: // the index of a range
		phi, ok := v.X.(*ssa.Phi)
		return ok && v.Op == token.ADD && counts(phi)
	case *ssa.UnOp: // a variable of the turn that a literal captures
		variable, ok := v.X.(*ssa.Alloc)
		return ok && slices.ContainsFunc(flow.Referrers(variable), func(ref ssa.Instruction) bool {
			store, ok := ref.(*ssa.Store)
			return ok && store.Addr == variable && counts(store.Val)
		})
	}
	return false
}

// behindOnce reports whether every way to an instruction leads through a receive from a
// channel that gives one value only.
func behindOnce(instr ssa.Instruction) bool {
	return flow.Any(instr.Parent(), func(before ssa.Instruction) bool {
		switch before := before.(type) {
		case *ssa.UnOp:
			return before.Op == token.ARROW && givesOnce(before.X) && flow.Dominates(before, instr)
		case *ssa.If:
			ch := chosen(before)
			return ch != nil && givesOnce(ch) && flow.OnlyAfter(before.Block(), 0, instr.Block())
		}
		return false
	})
}

// chosen returns the channel from which a select has received where a branch is taken;
// nil for branches that ask something else.
func chosen(branch *ssa.If) ssa.Value {
	cond, ok := branch.Cond.(*ssa.BinOp)
	if !ok || cond.Op != token.EQL {
		return nil
	}
	index, isIndex := cond.X.(*ssa.Extract)
	number, isConst := cond.Y.(*ssa.Const)
	if !isIndex || !isConst || index.Index != 0 {
		return nil
	}
	sel, ok := index.Tuple.(*ssa.Select)
	if !ok || number.Value == nil || number.Value.Kind() != constant.Int {
		return nil
	}
	i := int(number.Int64())
	if i < 0 || i >= len(sel.States) || sel.States[i].Dir != types.RecvOnly {
		return nil
	}
	return sel.States[i].Chan
}

// givesOnce reports whether a channel is that of one timer, which is never reset once it
// has fired.
func givesOnce(ch ssa.Value) bool {
	if call, ok := ch.(*ssa.Call); ok {
		return isCallOf(call.Common(), "time.After") && !flow.InLoop(call)
	}
	load, ok := ch.(*ssa.UnOp)
	if !ok {
		return false
	}
	field, ok := load.X.(*ssa.FieldAddr)
	if !ok {
		return false
	}
	timer, ok := field.X.(*ssa.Call)
	if !ok || !isCallOf(timer.Common(), "time.NewTimer") || flow.InLoop(timer) {
		return false
	}
	for _, ref := range flow.Referrers(timer) {
		switch ref := ref.(type) {
		case *ssa.DebugRef, *ssa.FieldAddr:
		case ssa.CallInstruction:
			if !isCallOf(ref.Common(), "(*time.Timer).Stop") && !isResetInTime(ref, timer) {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// isResetInTime reports whether a call resets a timer that Stop has kept from firing.
func isResetInTime(reset ssa.CallInstruction, timer ssa.Value) bool {
	return isCallOf(reset.Common(), "(*time.Timer).Reset") && flow.Any(reset.Parent(), func(instr ssa.Instruction) bool {
		branch, ok := instr.(*ssa.If)
		if !ok || !flow.OnlyAfter(branch.Block(), 0, reset.Block()) {
			return false
		}
		stop, ok := branch.Cond.(*ssa.Call)
		return ok && isCallOf(stop.Common(), "(*time.Timer).Stop") && stop.Call.Args[0] == timer
	})
}

// isCallOf reports whether a call names a function, by its full name.
func isCallOf(c *ssa.CallCommon, name string) bool {
	fn := syncmodel.Callee(c)
	return fn != nil && fn.FullName() == name
}

// few turns of a loop make no pile.
const few = 2

// inShortLoop reports whether the only loop around an instruction ranges over a list
// of few values.
func inShortLoop(instr ssa.Instruction) bool {
	for _, head := range instr.Parent().Blocks {
		branch, ok := head.Instrs[len(head.Instrs)-1].(*ssa.If)
		if !ok || !hasFewTurns(branch.Cond) || !flow.OnlyAfter(head, 0, instr.Block()) {
			continue
		}
		if head.Succs[1] == head || flow.Reaches(head.Succs[1], head) {
			continue // in a loop around it
		}
		again := flow.Find(instr,
			func(i ssa.Instruction) bool { return i == instr },
			func(i ssa.Instruction) bool { return i.Block() == head }, nil)
		if again == nil {
			return true
		}
	}
	return false
}

// hasFewTurns reports whether a condition is that of a range over a list of few values.
func hasFewTurns(cond ssa.Value) bool {
	less, ok := cond.(*ssa.BinOp)
	if !ok || less.Op != token.LSS {
		return false
	}
	call, ok := less.Y.(*ssa.Call)
	if !ok {
		return false
	}
	b, ok := call.Call.Value.(*ssa.Builtin)
	return ok && b.Name() == "len" && isShortList(call.Call.Args[0], make(map[ssa.Value]bool))
}

// isShortList reports whether a value is a slice literal of few values, whichever way
// execution has come.
func isShortList(v ssa.Value, seen map[ssa.Value]bool) bool {
	if seen[v] {
		return true
	}
	seen[v] = true
	switch v := v.(type) {
	case *ssa.Phi:
		for _, edge := range v.Edges {
			if !isShortList(edge, seen) {
				return false
			}
		}
		return true
	case *ssa.Slice:
		made, ok := v.X.(*ssa.Alloc)
		if !ok {
			return false
		}
		array, ok := made.Type().Underlying().(*types.Pointer).Elem().Underlying().(*types.Array)
		return ok && array.Len() <= few
	}
	return false
}
