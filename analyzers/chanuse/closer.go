package chanuse

import (
	"go/ast"
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
)

// outlivesReceiver reports whether who closes a channel has waited before for the end of the
// goroutine that receives: for a word from it, or in code that is not seen and says that it waits.
func (t *traffic) outlivesReceiver(fns []*ssa.Function, end *ast.CallExpr, receive *ast.UnaryExpr) bool {
	closer, receiver := enclosing(fns, end.Pos()), enclosing(fns, receive.Pos())
	if closer == nil || receiver == nil || closer == receiver {
		return false
	}
	var last []any
	for _, fn := range fns {
		if fn == receiver || calls(fn, receiver) {
			last = append(last, t.lastWords(fn)...)
		}
		for instr := range flow.Instructions(fn) {
			if call, ok := instr.(*ssa.Call); ok && syncmodel.OfCall(call.Common()) == syncmodel.WaitGroupGo && effects.FunctionOf(call.Call.Args[1]) == receiver {
				last = append(last, declared(call.Call.Args[0]))
			}
		}
	}
	var itself ssa.Instruction
	for instr := range flow.Instructions(closer) {
		if instr.Pos() == end.Lparen {
			itself = instr
		}
	}
	return itself != nil && flow.Any(closer, func(instr ssa.Instruction) bool {
		return instr != itself && flow.Dominates(instr, itself) && t.awaits(instr, last)
	})
}

// calls reports whether a function calls another one in its own goroutine.
func calls(fn, callee *ssa.Function) bool {
	return flow.Any(fn, func(instr ssa.Instruction) bool {
		call, ok := instr.(*ssa.Call)
		return ok && call.Call.StaticCallee() == callee
	})
}

// lastWords lists what a function sends on, closes, or calls Done on, but not again and again.
func (t *traffic) lastWords(fn *ssa.Function) (list []any) {
	for instr := range flow.Instructions(fn) {
		if flow.InLoop(instr) {
			continue
		}
		switch instr := instr.(type) {
		case *ssa.Send:
			list = append(list, t.channelOf(instr.Chan, 0))
		case ssa.CallInstruction:
			if ch := closing(instr); ch != nil {
				list = append(list, t.channelOf(ch, 0))
			} else if syncmodel.OfCall(instr.Common()) == syncmodel.WaitGroupDone {
				list = append(list, declared(instr.Common().Args[0]))
			}
		}
	}
	return list
}

// awaits reports whether an instruction waits for one of the words that a goroutine says at its
// end, or calls code that is not seen and has Wait in its name.
func (t *traffic) awaits(instr ssa.Instruction, last []any) bool {
	said := func(word any) bool { return word != nil && slices.Contains(last, word) }
	switch instr := instr.(type) {
	case *ssa.UnOp:
		return instr.Op == token.ARROW && said(t.channelOf(instr.X, 0))
	case *ssa.Call:
		if syncmodel.OfCall(instr.Common()) == syncmodel.WaitGroupWait {
			return said(declared(instr.Call.Args[0]))
		}
		callee := syncmodel.Callee(instr.Common())
		return callee != nil && callee.Pkg() != instr.Parent().Pkg.Pkg && strings.Contains(callee.Name(), "Wait")
	}
	return false
}
