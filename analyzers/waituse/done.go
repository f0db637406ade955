package waituse

import (
	"fmt"
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
	"interleave/analyzers/rules"
)

// A skip is a return that is reached without the Done that stands on another way.
type skip struct{ out, done ssa.Instruction }

// skippedDone reports a goroutine that was counted and calls Done, not deferred, and has
// a way to its end that does not: past a return, or by a panic from which it recovers.
func (r *reporter) skippedDone(s start) {
	if _, ok := s.instr.(*ssa.Go); !ok {
		return
	}
	fn := s.instr.Parent()
	for _, done := range r.operations(s.body, maxCalls-1, syncmodel.WaitGroupDone) {
		group, ok := translate(done.on, s.args)
		if !ok || flow.InLoop(done.at) || done.at != ssa.Instruction(done.by) && (flow.InLoop(done.by) || !flow.Always(done.by)) {
			continue // in a loop it counts items, not goroutines
		}
		counted := slices.ContainsFunc(of(r.operations(fn, maxCalls, syncmodel.WaitGroupAdd), group), func(add operation) bool {
			return flow.Dominates(add.at, s.instr) && !isForFirst(add.by, s.instr)
		})
		if !counted {
			continue
		}
		out := r.wayWithoutDone(s.body, done)
		if r.story[group.Declaration()] {
			if out != nil && out.Pos().IsValid() {
				r.skips[group.Declaration()] = &skip{out, done.at}
			}
			continue
		}
		if out != nil {
			f := r.findings.Add(r.pass.Files, "missing-done", rules.Likely, out.Pos(), fmt.Sprintf("deadlock: on this way %s leaves without calling Done, and who waits for its group waits for ever", s.body.Name()))
			f.Relate(r.pass.Files, done.at.Pos(), "Done is called here, on another way")
			f.Fixes = deferDone(r.pass, f.Pos)
			f.Relate(r.pass.Files, s.instr.Pos(), "the goroutine is started, and counted, here")
			return
		}
		if recovers := recoversWithout(s.body); recovers != nil && mayPanic(s.body, done.at) {
			f := r.findings.Add(r.pass.Files, "missing-done", rules.Likely, done.at.Pos(), fmt.Sprintf("deadlock: when %s panics it recovers, and this Done is skipped; who waits for its group waits for ever", s.body.Name()))
			f.Relate(r.pass.Files, recovers.Pos(), "the panic ends here")
			return
		}
	}
}

// isForFirst reports whether an Add counts one for all the goroutines that a loop starts:
// the first of them that is done counts it out.
func isForFirst(add *ssa.Call, start ssa.Instruction) bool {
	delta, ok := add.Call.Args[1].(*ssa.Const)
	return ok && delta.Int64() == 1 && flow.InLoop(start) && !flow.InLoop(add) && add.Parent() == start.Parent()
}

// wayWithoutDone returns a return of a function that some way reaches without a call
// of Done, or of what may call it; nil if there is none.
func (r *reporter) wayWithoutDone(fn *ssa.Function, done operation) ssa.Instruction {
	stops := func(instr ssa.Instruction) bool { return r.mayCallDone(instr, done, make(map[*ssa.Function]bool)) }
	first := fn.Blocks[0].Instrs[0]
	if stops(first) {
		return nil
	}
	return flow.Find(first, isReturn, stops, nil)
}

// mayCallDone reports whether an instruction calls Done or Add, of whatever group, or hands
// on the group of done to code that may.
func (r *reporter) mayCallDone(instr ssa.Instruction, done operation, seen map[*ssa.Function]bool) bool {
	switch instr := instr.(type) {
	case *ssa.MakeClosure:
		return r.callsDone(instr.Fn.(*ssa.Function), done, seen)
	case *ssa.Send, *ssa.MapUpdate, *ssa.MakeInterface:
		for _, op := range instr.Operands(nil) {
			if r.holdsGroup(*op, done) {
				return true
			}
		}
	case ssa.CallInstruction:
		c := instr.Common()
		op := syncmodel.OfCall(c)
		if op == syncmodel.WaitGroupDone || op == syncmodel.WaitGroupAdd {
			return true
		}
		if fn := r.summaries.Local(c); fn != nil {
			return r.callsDone(fn, done, seen)
		}
		return op == syncmodel.None && slices.ContainsFunc(c.Args, func(arg ssa.Value) bool { return r.holdsGroup(arg, done) })
	}
	return false
}

// callsDone reports whether a function has an instruction that may call Done.
func (r *reporter) callsDone(fn *ssa.Function, done operation, seen map[*ssa.Function]bool) bool {
	if seen[fn] {
		return false
	}
	seen[fn] = true
	return flow.Any(fn, func(instr ssa.Instruction) bool { return r.mayCallDone(instr, done, seen) })
}

// holdsGroup reports whether a value leads to a group: it is the group, or the object
// that the group is a field of.
func (r *reporter) holdsGroup(v ssa.Value, done operation) bool {
	p, ok := effects.PathOf(v)
	return ok && p.Root == done.on.Root && p.Root != nil
}

// recoversWithout returns the deferred call of a literal that recovers and does not call
// Done; nil if there is none, or if any deferred call does.
func recoversWithout(fn *ssa.Function) (found ssa.Instruction) {
	for instr := range flow.Instructions(fn) {
		d, ok := instr.(*ssa.Defer)
		if !ok {
			continue
		}
		callee := d.Call.StaticCallee()
		if callee == nil || syncmodel.OfCall(d.Common()) == syncmodel.WaitGroupDone {
			return nil
		}
		for inner := range flow.Instructions(callee) {
			call, ok := inner.(ssa.CallInstruction)
			if !ok {
				continue
			}
			if b, ok := call.Common().Value.(*ssa.Builtin); ok && b.Name() == "recover" {
				found = d
			} else if op := syncmodel.OfCall(call.Common()); op == syncmodel.WaitGroupDone || op == syncmodel.Exit {
				return nil
			}
		}
		if callee.Blocks == nil || flow.Any(callee, func(i ssa.Instruction) bool { _, ok := i.(*ssa.Panic); return ok }) {
			return nil
		}
	}
	return found
}

// mayPanic reports whether something that may panic can be executed before an instruction:
// a division, an index, an assertion, or a call.
func mayPanic(fn *ssa.Function, before ssa.Instruction) bool {
	return flow.Any(fn, func(instr ssa.Instruction) bool {
		if !flow.MayFollow(instr, before) {
			return false
		}
		switch instr := instr.(type) {
		case *ssa.BinOp:
			_, constant := instr.Y.(*ssa.Const)
			return (instr.Op == token.QUO || instr.Op == token.REM) && !constant
		case *ssa.IndexAddr, *ssa.Index, *ssa.Panic:
			return true
		case *ssa.TypeAssert:
			return !instr.CommaOk
		case *ssa.Call:
			return syncmodel.OfCall(instr.Common()) == syncmodel.None
		}
		return false
	})
}
