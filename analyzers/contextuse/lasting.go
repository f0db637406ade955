package contextuse

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
)

// A lasting is a goroutine whose only way out is the end of a context.
type lasting struct {
	fn   *ssa.Function
	wait ssa.Instruction // where it waits for that end
}

// lastsWith returns a goroutine which the function that makes a context starts with it, and
// which ends only with it; nil if there is none.
func (r *reporter) lastsWith(ctx ssa.Value) *lasting {
	for _, ref := range flow.Referrers(ctx) {
		switch ref := ref.(type) {
		case *ssa.Go:
			if l := r.calledWith(ref, ctx, 0); l != nil {
				return l
			}
		case *ssa.Store:
			cell, ok := ref.Addr.(*ssa.Alloc)
			if !ok || slices.ContainsFunc(flow.Referrers(cell), func(use ssa.Instruction) bool {
				other, ok := use.(*ssa.Store)
				return ok && other != ref && flow.MayFollow(ref, other)
			}) {
				continue
			}
			for _, use := range flow.Referrers(cell) {
				if l := r.capturedIn(use, cell); l != nil && flow.MayFollow(ref, use) {
					return l
				}
			}
		}
	}
	return nil
}

// capturedIn returns the goroutine that an instruction starts with what a variable holds.
func (r *reporter) capturedIn(instr ssa.Instruction, cell *ssa.Alloc) *lasting {
	switch instr := instr.(type) {
	case *ssa.UnOp:
		for _, ref := range flow.Referrers(instr) {
			if start, ok := ref.(*ssa.Go); ok {
				return r.calledWith(start, instr, 0)
			}
		}
	case *ssa.MakeClosure:
		if !slices.ContainsFunc(flow.Referrers(instr), starts) {
			return nil
		}
		fn := instr.Fn.(*ssa.Function)
		return r.endsOnlyWith(fn, func(ctx ssa.Value) bool {
			load, ok := ctx.(*ssa.UnOp)
			if !ok {
				return false
			}
			free, ok := load.X.(*ssa.FreeVar)
			return ok && effects.Binding(free) == cell
		}, 0)
	}
	return nil
}

// calledWith returns the function that a call or go statement runs with a context as an
// argument, if that ends only with it.
func (r *reporter) calledWith(call ssa.CallInstruction, ctx ssa.Value, depth int) *lasting {
	fn := r.summaries.Local(call.Common())
	i := slices.Index(call.Common().Args, ctx)
	if fn == nil || i < 0 || i >= len(fn.Params) || depth > maxCalls {
		return nil
	}
	param := fn.Params[i]
	return r.endsOnlyWith(fn, func(v ssa.Value) bool {
		p, ok := effects.PathOf(v)
		return ok && p.Root == param && p.Fields == ""
	}, depth)
}

// endsOnlyWith returns a function as a lasting one if there is no way to its end, from its
// beginning, but those that wait for a context to end.
func (r *reporter) endsOnlyWith(fn *ssa.Function, is func(ctx ssa.Value) bool, depth int) *lasting {
	var waits *lasting
	seen := make(map[*ssa.BasicBlock]bool)
	var canEnd func(b *ssa.BasicBlock) bool
	canEnd = func(b *ssa.BasicBlock) bool {
		if seen[b] {
			return false
		}
		seen[b] = true
		for _, instr := range b.Instrs {
			if l := r.staysAt(instr, is, depth); l != nil {
				waits = l
				return false
			}
		}
		if ends(b) {
			return true
		}
		for _, next := range goesOn(b) {
			if endsOn(b, next, is) {
				waits = &lasting{fn, b.Instrs[len(b.Instrs)-1]}
			} else if canEnd(next) {
				return true
			}
		}
		return false
	}
	if len(fn.Blocks) == 0 || canEnd(fn.Blocks[0]) {
		return nil
	}
	return waits
}

// staysAt returns what an instruction waits in, if it waits for the end of a context or calls
// a function that ends only with it; nil for others.
func (r *reporter) staysAt(instr ssa.Instruction, is func(ctx ssa.Value) bool, depth int) *lasting {
	switch instr := instr.(type) {
	case *ssa.UnOp:
		if instr.Op == token.ARROW && isEndOf(instr.X, is) {
			return &lasting{instr.Parent(), instr}
		}
	case *ssa.Call:
		if i := slices.IndexFunc(instr.Call.Args, is); i >= 0 {
			return r.calledWith(instr, instr.Call.Args[i], depth+1)
		}
	}
	return nil
}
