// Package flow answers questions about the order of instructions within one function.
package flow

import (
	"go/token"
	"go/types"
	"iter"
	"slices"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/syncmodel"
)

// Instructions yields the instructions of a function in the order of its blocks.
func Instructions(fn *ssa.Function) iter.Seq[ssa.Instruction] {
	return func(yield func(ssa.Instruction) bool) {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				if !yield(instr) {
					return
				}
			}
		}
	}
}

// Any reports whether a function has an instruction of a kind.
func Any(fn *ssa.Function, is func(ssa.Instruction) bool) bool {
	for instr := range Instructions(fn) {
		if is(instr) {
			return true
		}
	}
	return false
}

// Recovers reports whether a function calls recover.
func Recovers(fn *ssa.Function) bool {
	return Any(fn, func(instr ssa.Instruction) bool {
		call, ok := instr.(*ssa.Call)
		if !ok {
			return false
		}
		builtin, ok := call.Call.Value.(*ssa.Builtin)
		return ok && builtin.Name() == "recover"
	})
}

// DefersRecover reports whether a function defers one that recovers, or one that is not known.
func DefersRecover(fn *ssa.Function) bool {
	return Any(fn, func(instr ssa.Instruction) bool {
		d, ok := instr.(*ssa.Defer)
		if !ok {
			return false
		}
		if _, builtin := d.Call.Value.(*ssa.Builtin); builtin || d.Call.IsInvoke() {
			return false
		}
		callee := d.Call.StaticCallee()
		return callee == nil || Recovers(callee)
	})
}

// IsNil reports whether a value is the constant nil.
func IsNil(v ssa.Value) bool {
	c, ok := v.(*ssa.Const)
	return ok && c.IsNil()
}

// Referrers lists the instructions that use a value; none for those that SSA does not track.
func Referrers(v ssa.Value) []ssa.Instruction {
	if refs := v.Referrers(); refs != nil {
		return *refs
	}
	return nil
}

// OnlyCounts reports whether an instruction loads an array of which nothing is used: a loop
// that ranges over the indices alone does not evaluate it (Go specification, "For statements
// with range clause").
func OnlyCounts(load *ssa.UnOp) bool {
	if _, ok := load.Type().Underlying().(*types.Array); !ok || load.Op != token.MUL {
		return false
	}
	return !slices.ContainsFunc(Referrers(load), func(ref ssa.Instruction) bool {
		_, debug := ref.(*ssa.DebugRef)
		return !debug
	})
}

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

// PutFor returns the value that a return gives for one of its results. A function that defers has
// variables for its results; what is returned is put there just before.
func PutFor(ret *ssa.Return, v ssa.Value) ssa.Value {
	load, ok := v.(*ssa.UnOp)
	if !ok {
		return v
	}
	for _, instr := range slices.Backward(ret.Block().Instrs) {
		if store, ok := instr.(*ssa.Store); ok && store.Addr == load.X {
			return store.Val
		}
	}
	return v
}

// Always reports whether a function executes an instruction on every way to its end.
func Always(instr ssa.Instruction) bool {
	return !slices.ContainsFunc(instr.Parent().Blocks, func(b *ssa.BasicBlock) bool {
		_, ends := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
		return ends && b != instr.Parent().Recover && !instr.Block().Dominates(b)
	})
}

// before reports whether both stand in one block, in this order.
func before(first, second ssa.Instruction) bool {
	b := first.Block()
	return b == second.Block() && slices.Index(b.Instrs, first) < slices.Index(b.Instrs, second)
}

// exits reports whether the process ends at an instruction. SSA puts what comes after
// it in the source behind it all the same.
func exits(instr ssa.Instruction) bool {
	call, ok := instr.(*ssa.Call)
	return ok && syncmodel.OfCall(call.Common()) == syncmodel.Exit
}

// Find returns the first instruction that is wanted on some way from an instruction on,
// which may be that instruction itself, once more; nil if there is none. A way ends at
// an instruction that stops it, and at an edge between blocks that does.
func Find(from ssa.Instruction, wanted, stops func(ssa.Instruction) bool, edge func(from, to *ssa.BasicBlock) bool) ssa.Instruction {
	seen := make(map[*ssa.BasicBlock]bool)
	// walk looks at the rest of a block, then at those that come after it.
	var walk func(b *ssa.BasicBlock, rest []ssa.Instruction) ssa.Instruction
	walk = func(b *ssa.BasicBlock, rest []ssa.Instruction) ssa.Instruction {
		for _, instr := range rest {
			if stops(instr) || exits(instr) {
				return nil
			}
			if wanted(instr) {
				return instr
			}
		}
		for _, next := range b.Succs {
			if seen[next] || edge != nil && edge(b, next) {
				continue
			}
			seen[next] = true
			if found := walk(next, next.Instrs); found != nil {
				return found
			}
		}
		return nil
	}
	b := from.Block()
	return walk(b, b.Instrs[slices.Index(b.Instrs, from)+1:])
}
