// Package flow answers questions about the order of instructions within one function.
package flow

import (
	"slices"

	"golang.org/x/tools/go/ssa"
)

// Reaches reports whether execution can go from the end of one block to the start
// of another, of the same function. A block reaches itself when it is part of a loop.
func Reaches(from, to *ssa.BasicBlock) bool {
	for b := range After(from) {
		if b == to {
			return true
		}
	}
	return false
}

// After yields the blocks that execution can come to after a block, in no particular
// order, each once.
func After(b *ssa.BasicBlock) func(yield func(*ssa.BasicBlock) bool) {
	return func(yield func(*ssa.BasicBlock) bool) {
		seen := make([]bool, len(b.Parent().Blocks))
		work := []*ssa.BasicBlock{b}
		for len(work) > 0 {
			b := work[len(work)-1]
			work = work[:len(work)-1]
			for _, next := range b.Succs {
				if seen[next.Index] {
					continue
				}
				seen[next.Index] = true
				if !yield(next) {
					return
				}
				work = append(work, next)
			}
		}
	}
}

// MayFollow reports whether the second instruction can be executed after the first,
// by the same call of the function that both belong to.
func MayFollow(first, second ssa.Instruction) bool {
	return before(first, second) || Reaches(first.Block(), second.Block())
}

// InLoop reports whether the same call may execute an instruction twice.
func InLoop(instr ssa.Instruction) bool { return Reaches(instr.Block(), instr.Block()) }

// Dominates reports whether every way to the second instruction leads through the first.
func Dominates(first, second ssa.Instruction) bool {
	return before(first, second) || first.Block() != second.Block() && first.Block().Dominates(second.Block())
}

// OnlyAfter reports whether a block is reached only on one side of the branch at the
// end of another. The block behind an if without else belongs to neither side.
func OnlyAfter(branch *ssa.BasicBlock, side int, b *ssa.BasicBlock) bool {
	succ := branch.Succs[side]
	return len(succ.Preds) == 1 && succ.Dominates(b)
}

// before reports whether both stand in one block, in this order.
func before(first, second ssa.Instruction) bool {
	b := first.Block()
	return b == second.Block() && slices.Index(b.Instrs, first) < slices.Index(b.Instrs, second)
}
