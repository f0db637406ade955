package sharedstate

import (
	"fmt"
	"slices"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/finding"
	"interleave/analyzers/internal/diagnosis"
	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
	"interleave/analyzers/rules"
)

// An object that keeps a buffer for its next use, and sends it, gives away what it goes on
// to use: the next call of the method fills it while the receiver may still read it.

// ownBuffer reports methods that fill a slice in a field from its beginning and then send it.
func (r *reporter) ownBuffer(fn *ssa.Function, found []finding.Finding) (list []finding.Finding) {
	for instr := range flow.Instructions(fn) {
		if _, starts := instr.(*ssa.Go); starts {
			continue
		}
		for _, h := range handovers(r.summaries, instr) {
			buffer, ok := r.keptIn(h)
			if !ok {
				continue
			}
			fill := refillOf(fn, buffer)
			if fill == nil || !flow.Dominates(fill, h.at) || r.givesUp(buffer) || !r.calledAgain(fn) || r.hearsBack(fn, make(map[*ssa.Function]bool)) {
				continue
			}
			f := r.form("use-after-send", rules.Likely, h.pos, fmt.Sprintf("data race: %s sends %s itself, which the next call fills again at line %d while the receiver may still read it; send a copy",
				diagnosis.FunctionName(fn), buffer, r.pass.Fset.Position(fill.Pos()).Line))
			f.Relate(r.pass.Files, fill.Pos(), "the buffer is filled again here")
			if !slices.ContainsFunc(found, func(race finding.Finding) bool { return r.tells(race, f) }) {
				list = append(list, f)
			}
		}
	}
	return list
}

// calledAgain reports whether a method is there to be called several times: others may call it,
// or functions of the package do that are not told by the receiver when it is ready.
func (r *reporter) calledAgain(fn *ssa.Function) bool {
	if fn.Signature.Recv() == nil || fn.Parent() != nil {
		return false
	}
	callers := r.summaries.Functions[fn].Callers
	return (effects.Exported(fn) || len(callers) > 0) && !slices.ContainsFunc(callers, func(caller *ssa.Function) bool {
		return r.hearsBack(caller, make(map[*ssa.Function]bool))
	})
}

// hearsBack reports whether a function, or one of the package that it calls, waits for what
// another goroutine tells.
func (r *reporter) hearsBack(fn *ssa.Function, seen map[*ssa.Function]bool) bool {
	if seen[fn] {
		return false
	}
	seen[fn] = true
	a := &answers{r, make(map[*ssa.Function]bool)}
	return flow.Any(fn, func(instr ssa.Instruction) bool {
		switch instr := instr.(type) {
		case *ssa.UnOp, *ssa.Select:
			return receivesIn(instr) && a.may(instr)
		case *ssa.Call:
			switch syncmodel.OfCall(instr.Common()) {
			case syncmodel.WaitGroupWait, syncmodel.GroupWait, syncmodel.CondWait:
				return true
			}
			callee := r.summaries.Local(instr.Common())
			return callee != nil && r.hearsBack(callee, seen)
		}
		return false
	})
}

// receivesIn reports whether an instruction may receive.
func receivesIn(instr ssa.Instruction) bool {
	sel, ok := instr.(*ssa.Select)
	return !ok || slices.ContainsFunc(sel.States, func(s *ssa.SelectState) bool { return s.Send == nil && !isClock(s.Chan) })
}

// keptIn returns the field of the method's object whose slice is handed over: it was loaded
// from there, or has been stored there before.
func (r *reporter) keptIn(h handover) (effects.Path, bool) {
	v := h.value
	if !isSlice(v.Type()) {
		return effects.Path{}, false
	}
	for {
		part, ok := v.(*ssa.Slice)
		if !ok {
			break
		}
		v = part.X
	}
	if load, ok := v.(*ssa.UnOp); ok {
		if p, ok := effects.PathOf(load.X); ok && p.Last != nil && p.Parameter() == 0 {
			return p, true
		}
	}
	for _, ref := range flow.Referrers(v) {
		store, ok := ref.(*ssa.Store)
		if !ok || store.Val != v || !flow.Dominates(store, h.at) {
			continue
		}
		if p, ok := effects.PathOf(store.Addr); ok && p.Last != nil && p.Parameter() == 0 {
			return p, true
		}
	}
	return effects.Path{}, false
}

// refillOf returns the call that fills the slice of a field from its beginning: what appends
// to field[:0], or reads into it. It returns nil if there is none.
func refillOf(fn *ssa.Function, buffer effects.Path) *ssa.Call {
	for instr := range flow.Instructions(fn) {
		call, ok := instr.(*ssa.Call)
		if !ok {
			continue
		}
		if slices.ContainsFunc(call.Call.Args, func(arg ssa.Value) bool { return isEmptied(arg, buffer) }) {
			return call
		}
		filled := effects.Changed(call.Common())
		if callee := syncmodel.Callee(call.Common()); filled == nil && callee != nil && fillsFirst(callee) {
			filled = firstSlice(call.Common())
		}
		if part, ok := filled.(*ssa.Slice); ok && part.Low == nil {
			filled = part.X
		}
		if filled != nil && isLoadOf(filled, buffer) {
			return call
		}
	}
	return nil
}

// isEmptied reports whether a value is a field's slice without its elements: field[:0].
func isEmptied(v ssa.Value, field effects.Path) bool {
	part, ok := v.(*ssa.Slice)
	return ok && part.Low == nil && isLoadOf(part.X, field) && endsAtZero(part)
}

// isLoadOf reports whether a value is what a field holds.
func isLoadOf(v ssa.Value, field effects.Path) bool {
	load, ok := v.(*ssa.UnOp)
	if !ok {
		return false
	}
	p, ok := effects.PathOf(load.X)
	return ok && p.Same(field)
}

// givesUp reports whether some function, but for those that make the object, puts another slice
// into the field than a part of what it holds: the receiver may have the old one for itself.
func (r *reporter) givesUp(buffer effects.Path) bool {
	for _, fn := range r.summaries.Order {
		for instr := range flow.Instructions(fn) {
			store, ok := instr.(*ssa.Store)
			if !ok {
				continue
			}
			p, ok := effects.PathOf(store.Addr)
			if !ok || p.Last != buffer.Last {
				continue
			}
			if _, made := p.Root.(*ssa.Alloc); made {
				continue
			}
			call, ok := store.Val.(*ssa.Call)
			if !ok || !slices.ContainsFunc(call.Call.Args, func(arg ssa.Value) bool { return isEmptied(arg, p) || isLoadOf(arg, p) }) {
				return true
			}
		}
	}
	return false
}
