package waituse

import (
	"fmt"
	"go/token"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/diagnosis"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
	"interleave/analyzers/rules"
)

// oneByOne notes a loop that starts one goroutine and waits for it in the same turn,
// with nothing to do in between.
func (r *reporter) oneByOne(s start) {
	fn := s.instr.Parent()
	if !flow.InLoop(s.instr) || diagnosis.InTest(r.pass, fn.Pos()) {
		return
	}
	for instr := range flow.Instructions(fn) {
		call, ok := instr.(*ssa.Call)
		if !ok {
			continue
		}
		if op := syncmodel.OfCall(call.Common()); op != syncmodel.WaitGroupWait && op != syncmodel.GroupWait {
			continue
		}
		if r.sameTurn(s, call) && !r.startsMore(s.body, 0) {
			f := r.findings.Add(r.pass.Files, "wait-in-loop", rules.Hint, call.Pos(), fmt.Sprintf("one after the other: each turn of this loop starts one goroutine and waits for it at once, so %s does nothing at the same time; wait after the loop", fn.Name()))
			f.Relate(r.pass.Files, s.instr.Pos(), "the goroutine is started here")
		}
	}
}

// startsMore reports whether a function starts goroutines, itself or in what it calls.
func (r *reporter) startsMore(fn *ssa.Function, depth int) bool {
	for instr := range flow.Instructions(fn) {
		if _, ok := r.startOf(instr); ok {
			return true
		}
		if call, ok := instr.(*ssa.Call); ok && depth < maxCalls {
			if callee := r.summaries.Local(call.Common()); callee != nil && r.startsMore(callee, depth+1) {
				return true
			}
		}
	}
	return false
}

// sameTurn reports whether each turn of a loop goes from a start straight to a wait,
// and from there to nothing else that starts a goroutine before the next turn.
func (r *reporter) sameTurn(s start, wait ssa.Instruction) bool {
	if !flow.MayFollow(s.instr, wait) || !flow.MayFollow(wait, s.instr) {
		return false
	}
	isWait := func(instr ssa.Instruction) bool { return instr == wait }
	works := func(instr ssa.Instruction) bool {
		switch instr := instr.(type) {
		case *ssa.Call:
			return syncmodel.OfCall(instr.Common()) != syncmodel.WaitGroupAdd
		case *ssa.Go, *ssa.Send, *ssa.Select, *ssa.Defer:
			return true
		}
		return receives(instr)
	}
	isStart := func(instr ssa.Instruction) bool {
		_, isGo := instr.(*ssa.Go)
		_, starts := r.startOf(instr)
		return (isGo || starts) && instr != s.instr
	}
	return flow.Find(s.instr, works, isWait, nil) == nil &&
		flow.Find(wait, isStart, func(instr ssa.Instruction) bool { return instr == s.instr }, nil) == nil
}

// lockstep notes goroutines that cannot run at the same time: a loop that receives from
// each before it starts the next, and bodies that hold one lock from start to end.
func (r *reporter) lockstep(s start) {
	if !flow.InLoop(s.instr) {
		return
	}
	fn := s.instr.Parent()
	for instr := range flow.Instructions(fn) {
		if receive, ok := instr.(*ssa.UnOp); ok && receives(receive) && r.sameTurn(s, receive) {
			f := r.findings.Add(r.pass.Files, "accidentally-sequential", rules.Hint, receive.Pos(), "one after the other: each turn of this loop starts a goroutine and waits for its answer before the next one starts")
			f.Relate(r.pass.Files, s.instr.Pos(), "the goroutine is started here")
		}
	}
	if lock := r.wholeUnderLock(s.body); lock != nil {
		f := r.findings.Add(r.pass.Files, "accidentally-sequential", rules.Hint, lock.Pos(), "one after the other: each of these goroutines holds the lock for the whole of its work, so the others wait; hold it only while shared data is used")
		f.Relate(r.pass.Files, s.instr.Pos(), "the goroutines are started here")
	}
}

// wholeUnderLock returns the Lock with which a function begins, when it unlocks by a
// defer and does what takes time in between; nil for other functions.
func (r *reporter) wholeUnderLock(fn *ssa.Function) ssa.Instruction {
	var lock *ssa.Call
	unlocks, works := false, false
	for instr := range flow.Instructions(fn) {
		switch instr := instr.(type) {
		case *ssa.Defer:
			unlocks = unlocks || lock != nil && syncmodel.OfCall(instr.Common()) == syncmodel.Unlock
		case *ssa.Call:
			op := syncmodel.OfCall(instr.Common())
			switch {
			case lock == nil && op == syncmodel.Lock && instr.Block() == fn.Blocks[0]:
				lock = instr
			case lock == nil:
				return nil
			default:
				works = works || r.waits.May(instr, true)
			}
		}
	}
	if lock == nil || !unlocks || !works {
		return nil
	}
	return lock
}

// receives reports whether an instruction receives from a channel: that may order what
// the sender did before it.
func receives(instr ssa.Instruction) bool {
	switch instr := instr.(type) {
	case *ssa.UnOp:
		return instr.Op == token.ARROW
	case *ssa.Select:
		return true
	}
	return false
}
