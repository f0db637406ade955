package explore

import (
	"go/constant"
	"go/token"
	"go/types"
	"maps"
	"slices"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
)

// A scaling shrinks the numbers that bound loops: ten workers misbehave as two
// do (the small scope hypothesis; Jackson, Software Abstractions). It keeps the
// order of all numbers that matter and never turns two or more into one. The
// nil scaling changes nothing.
type scaling struct {
	to map[int64]int64
}

// value is what a constant of the program counts as.
func (s *scaling) value(v value, c *ssa.Const) value {
	if n, ok := v.(int64); ok && s != nil {
		if small, ok := s.to[n]; ok && isInteger(c.Type()) {
			return small
		}
	}
	return v
}

// length is what the length of a slice literal counts as.
func (s *scaling) length(n int) int {
	if s != nil {
		if small, ok := s.to[int64(n)]; ok {
			return int(small)
		}
	}
	return n
}

// blurs reports whether a comparison is about data whose meaning scaling
// changed: it could go either way. Loop guards are what scaling is for.
func (s *scaling) blurs(instr *ssa.BinOp, x, y int64) bool {
	if s == nil || isLoopGuard(instr) {
		return false
	}
	switch instr.Op {
	case token.EQL, token.NEQ, token.LSS, token.LEQ, token.GTR, token.GEQ:
	default:
		return false
	}
	changed := func(v ssa.Value) bool {
		c, ok := v.(*ssa.Const)
		if !ok || c.Value == nil || c.Value.Kind() != constant.Int {
			return false
		}
		n, exact := constant.Int64Val(c.Value)
		return exact && n > 2
	}
	return changed(instr.X) || changed(instr.Y)
}

// isLoopGuard reports whether the comparison decides if a loop goes on.
func isLoopGuard(instr *ssa.BinOp) bool {
	refs := instr.Referrers()
	if refs == nil {
		return false
	}
	for _, ref := range *refs {
		branch, ok := ref.(*ssa.If)
		if !ok {
			continue
		}
		// One way stays in the loop, the other leads out of it; or it is the guard before
		// the first turn, which SSA builds for range over an integer.
		b := branch.Block()
		loops := flow.Loops(branch)
		if len(loops) > 0 && slices.Contains(loops[0], b.Succs[0]) != slices.Contains(loops[0], b.Succs[1]) {
			return true
		}
		if next := flow.Loops(b.Succs[0].Instrs[0]); len(next) > 0 && !slices.Contains(next[0], b) {
			return true
		}
	}
	return false
}

// newScaling chooses the scaling for a program made of these functions. It
// returns nil when there is nothing to shrink, or when one number is the sum or
// product of others: their relation would be lost.
func newScaling(fns []*ssa.Function) *scaling {
	loops := make(map[int64]bool) // numbers that bound loops
	fixed := make(map[int64]bool) // other numbers that must keep their place among them
	bounds := make(map[*ssa.Parameter]bool)
	add := func(set map[int64]bool, v ssa.Value) {
		switch v := v.(type) {
		case *ssa.Const:
			if v.Value != nil && v.Value.Kind() == constant.Int {
				if n, exact := constant.Int64Val(v.Value); exact && n > 1 {
					set[n] = true
				}
			}
		case *ssa.Parameter:
			bounds[v] = true
		}
	}
	each := func(visit func(ssa.Instruction)) {
		for _, fn := range fns {
			for instr := range flow.Instructions(fn) {
				visit(instr)
			}
		}
	}
	each(func(instr ssa.Instruction) {
		switch instr := instr.(type) {
		case *ssa.BinOp:
			if isLoopGuard(instr) {
				add(loops, instr.X)
				add(loops, instr.Y)
			}
		case *ssa.Slice:
			if a, ok := instr.X.(*ssa.Alloc); ok && a.Comment == "slicelit" {
				if array, ok := a.Type().(*types.Pointer).Elem().Underlying().(*types.Array); ok && array.Len() > 1 {
					loops[array.Len()] = true
				}
			}
		case *ssa.MakeChan:
			add(fixed, instr.Size)
		case *ssa.MakeSlice:
			add(fixed, instr.Len)
			add(fixed, instr.Cap)
		}
	})
	each(func(instr ssa.Instruction) {
		call, ok := instr.(ssa.CallInstruction)
		if !ok || call.Common().IsInvoke() {
			return
		}
		callee := call.Common().StaticCallee()
		if callee == nil {
			return
		}
		switch syncmodel.OfCall(call.Common()) {
		case syncmodel.WaitGroupAdd, syncmodel.GroupSetLimit:
			add(fixed, call.Common().Args[1])
		}
		for i, p := range callee.Params {
			if bounds[p] && i < len(call.Common().Args) {
				if c, ok := call.Common().Args[i].(*ssa.Const); ok {
					add(loops, c)
				}
			}
		}
	})
	all := make(map[int64]bool)
	maps.Copy(all, loops)
	maps.Copy(all, fixed)
	numbers := slices.Sorted(maps.Keys(all))
	for _, a := range numbers {
		for _, b := range numbers {
			if all[a*b] || a+b > 4 && all[a+b] && a != b {
				return nil
			}
		}
	}
	s := &scaling{to: make(map[int64]int64)}
	last := int64(1)
	for _, n := range numbers {
		if !loops[n] || n <= last+1 {
			last = n
			continue
		}
		last++
		s.to[n] = last
	}
	if len(s.to) == 0 {
		return nil
	}
	return s
}
