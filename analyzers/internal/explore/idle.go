package explore

import (
	"go/constant"
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/flow"
)

// Programs that simulate work count to a large number. A loop that only computes what decides
// nothing is left at once: to execute it would take the budget of the search.

// worthLeaving is how many turns a loop must have left for that.
const worthLeaving = 8

// leavesIdle reports whether the loop that a condition lets go on may be left instead.
func (m *machine) leavesIdle(instr *ssa.If) bool {
	less, ok := instr.Cond.(*ssa.BinOp)
	if !ok || less.Op != token.LSS {
		return false
	}
	at, known := m.get(less.X).(int64)
	end, alsoKnown := m.get(less.Y).(int64)
	if !known || !alsoKnown || end-at < worthLeaving {
		return false
	}
	idle, seen := m.f.code.idle[instr]
	if !seen {
		idle = m.f.code.isIdle(instr, less)
		m.f.code.idle[instr] = idle
	}
	return idle
}

// isIdle reports whether a loop counts up to a bound, is left by this condition alone, and
// does nothing that can be noticed after it.
func (c *code) isIdle(exit *ssa.If, less *ssa.BinOp) bool {
	b := exit.Block()
	inLoop := func(other *ssa.BasicBlock) bool { return flow.Reaches(b, other) && flow.Reaches(other, b) }
	if !inLoop(b.Succs[0]) || inLoop(b.Succs[1]) || !counts(less.X) {
		return false
	}
	var fixed func(v ssa.Value) bool
	fixed = func(v ssa.Value) bool {
		instr, ok := v.(ssa.Instruction)
		if !ok || !inLoop(instr.Block()) {
			return true
		}
		b, ok := v.(*ssa.BinOp)
		return ok && fixed(b.X) && fixed(b.Y)
	}
	if !fixed(less.Y) {
		return false
	}
	for _, other := range c.fn.Blocks {
		if !inLoop(other) {
			continue
		}
		if other != b && slices.ContainsFunc(other.Succs, func(next *ssa.BasicBlock) bool { return !inLoop(next) }) {
			return false
		}
		for _, instr := range other.Instrs {
			if !computesOnly(instr) || mayDivideByZero(instr) {
				return false
			}
			v, ok := instr.(ssa.Value)
			if _, followed := c.values[v]; ok && followed && slices.ContainsFunc(flow.Referrers(v), func(ref ssa.Instruction) bool { return !inLoop(ref.Block()) }) {
				return false
			}
		}
	}
	return true
}

// counts reports whether a value grows by a constant in each turn of a loop.
func counts(v ssa.Value) bool {
	phi, ok := v.(*ssa.Phi)
	if !ok {
		next, ok := v.(*ssa.BinOp) // the condition asks about the next turn
		if !ok || !isStep(next) {
			return false
		}
		if phi, ok = next.X.(*ssa.Phi); !ok {
			return false
		}
	}
	return slices.ContainsFunc(phi.Edges, func(e ssa.Value) bool {
		next, ok := e.(*ssa.BinOp)
		return ok && next.X == phi && isStep(next)
	})
}

func isStep(next *ssa.BinOp) bool {
	step, ok := next.Y.(*ssa.Const)
	return ok && next.Op == token.ADD && step.Value != nil && step.Value.Kind() == constant.Int && constant.Sign(step.Value) > 0
}

func mayDivideByZero(instr ssa.Instruction) bool {
	b, ok := instr.(*ssa.BinOp)
	if !ok || b.Op != token.QUO && b.Op != token.REM {
		return false
	}
	by, ok := b.Y.(*ssa.Const)
	return !ok || by.Value == nil || constant.Sign(by.Value) == 0
}
