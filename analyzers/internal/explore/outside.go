package explore

import (
	"go/token"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
)

// Two goroutines may be ordered by what the search does not see: one writes a file, pipe or
// connection, or sends on a channel that code outside knows, and the other one finds it there.

// orderedOutside reports whether one of the two goroutines of a race may tell the other one
// so that it has made its access, and the other may have waited for that.
func (r *search) orderedOutside(race *race) bool {
	s, a, b := race.state, race.tasks[0], race.tasks[1]
	return r.tells(s, a, b) || r.tells(s, b, a)
}

// tells reports whether a goroutine goes on to do something that another one may have noticed.
func (r *search) tells(s *state, from, to taskID) bool {
	byIO, byChannel := containsTask(s.io, to), containsTask(s.supposed, to)
	if !byIO && !byChannel {
		return false
	}
	t := s.task(from)
	if t == nil || t.status == exiting {
		return false
	}
	telling := func(instr ssa.Instruction) bool {
		return byIO && r.mayTell(instr) || byChannel && (givesAway(instr) || r.isUnseen(instr))
	}
	for _, f := range t.frames {
		if f.returned {
			continue
		}
		for instr := range rest(f) {
			if telling(instr) && !r.staysInside(s, f, instr) {
				return true
			}
			call, ok := instr.(ssa.CallInstruction)
			if !ok {
				continue
			}
			callee := call.Common().StaticCallee()
			if callee == nil || len(callee.Blocks) == 0 {
				continue
			}
			for _, fn := range r.graph.Closure([]*ssa.Function{callee}) {
				if flow.Any(fn, telling) {
					return true
				}
			}
		}
	}
	return false
}

// rest yields the instructions that a frame may still execute, with those of its deferred calls.
func rest(f *frame) func(yield func(ssa.Instruction) bool) {
	return func(yield func(ssa.Instruction) bool) {
		for _, d := range f.defers {
			if !yield(d.instr) {
				return
			}
		}
		for _, instr := range f.block.Instrs[min(f.pc, len(f.block.Instrs)):] {
			if !yield(instr) {
				return
			}
		}
		for b := range flow.After(f.block) {
			for _, instr := range b.Instrs {
				if !yield(instr) {
					return
				}
			}
		}
	}
}

// isUnseen reports whether an instruction calls a function of another package that is not the
// standard library's: it may send on any channel that its package has.
func (r *search) isUnseen(instr ssa.Instruction) bool {
	call, ok := instr.(ssa.CallInstruction)
	if !ok || syncmodel.OfCall(call.Common()) != syncmodel.None {
		return false
	}
	callee := call.Common().StaticCallee()
	return callee != nil && len(callee.Blocks) == 0 && callee.Pkg != nil && !r.standard(callee.Pkg.Pkg.Path())
}

// mayTell reports whether an instruction writes to or ends a file, pipe or connection, or
// calls a method of another package that seems made for goroutines to wait for each other.
func (r *search) mayTell(instr ssa.Instruction) bool {
	call, ok := instr.(ssa.CallInstruction)
	return ok && (syncmodel.OfCall(call.Common()) == syncmodel.IO || r.synchronises(syncmodel.Callee(call.Common())))
}

// givesAway reports whether an instruction sends on a channel or closes one.
func givesAway(instr ssa.Instruction) bool {
	_, selects := instr.(*ssa.Select)
	return selects || sentOn(instr) != nil
}

// sentOn returns the channel on which an instruction sends or which it closes, or nil.
func sentOn(instr ssa.Instruction) ssa.Value {
	switch instr := instr.(type) {
	case *ssa.Send:
		return instr.Chan
	case ssa.CallInstruction:
		return syncmodel.ClosedBy(instr.Common())
	}
	return nil
}

// staysInside reports whether an instruction that a frame may still execute sends on a channel,
// or closes one, that code outside the search does not know.
func (r *search) staysInside(s *state, f *frame, instr ssa.Instruction) bool {
	ch := sentOn(instr)
	if ch == nil {
		return false
	}
	v := r.peek(s, f, ch)
	for _, d := range f.defers {
		if ssa.Instruction(d.instr) == instr {
			v = first(d.args)
		}
	}
	p, known := v.(pointer)
	return known && !s.ofEnvironment(p)
}

// peek returns what a value will be when the frame comes to it, where nothing but variables
// around the function has to be read for that; else nil.
func (r *search) peek(s *state, f *frame, v ssa.Value) value {
	switch v := v.(type) {
	case *ssa.FreeVar, *ssa.Parameter:
		return r.valueOf(f, v)
	case *ssa.UnOp:
		if p, ok := r.peek(s, f, v.X).(pointer); ok && v.Op == token.MUL {
			return s.read(p)
		}
	}
	return nil
}
