package flow

import (
	"slices"

	"golang.org/x/tools/go/ssa"
)

// Loops lists the loops that an instruction stands in, the innermost first, each as its
// blocks, of which the first is the loop's head. They are natural loops (Aho, Lam, Sethi,
// Ullman, "Compilers", section 9.6.6); those with one head count as one.
func Loops(instr ssa.Instruction) (list [][]*ssa.BasicBlock) {
	for head := instr.Block(); head != nil; head = head.Idom() {
		if loop := loopOf(head); slices.Contains(loop, instr.Block()) {
			list = append(list, loop)
		}
	}
	return list
}

// loopOf lists the blocks of the loop that a block is the head of; none if it is of none.
func loopOf(head *ssa.BasicBlock) (loop []*ssa.BasicBlock) {
	add := func(b *ssa.BasicBlock) {
		if !slices.Contains(loop, b) {
			loop = append(loop, b)
		}
	}
	for _, pred := range head.Preds {
		if head.Dominates(pred) {
			add(head)
			add(pred)
		}
	}
	for i := 1; i < len(loop); i++ { // add lengthens it
		for _, pred := range loop[i].Preds {
			add(pred)
		}
	}
	return loop
}
