package tasks

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
)

// A program calls all of its functions itself. Those that its goroutines call are at work side
// by side, if nobody waits for the ones before the others are started; a large program cannot
// be searched as a whole to see that.

// A running is a function that a goroutine calls, with the instruction that starts the goroutine.
type running struct {
	fn    *ssa.Function
	start ssa.Instruction
}

// besideInMain lists the functions that goroutines call and that lead to fn, and those that
// lead to other, where two such goroutines may run at once.
func (g *joining) besideInMain(fn, other *ssa.Function) (ways [2][]effects.Entrance) {
	for _, x := range g.runningIn(fn) {
		for _, y := range g.runningIn(other) {
			if !mayOverlap(x.start, y.start) {
				continue
			}
			for i, r := range []running{x, y} {
				if e := (effects.Entrance{Fn: r.fn}); !slices.Contains(ways[i], e) && len(ways[i]) < maxEntrances {
					ways[i] = append(ways[i], e)
				}
			}
		}
	}
	return ways
}

// runningIn lists the functions that goroutines of the program call by name and that lead to fn.
func (g *joining) runningIn(fn *ssa.Function) (list []running) {
	seen := make(map[*ssa.Function]bool)
	work := []*ssa.Function{fn}
	for len(work) > 0 {
		fn := work[0]
		work = work[1:]
		f := g.summaries.Functions[fn]
		if seen[fn] || f == nil || g.summaries.WantsLock(fn) {
			continue
		}
		seen[fn] = true
		introduces := g.introduces(fn)
		if f.Task && fn.Parent() == nil && !introduces {
			for _, start := range g.startsOf(fn) {
				list = append(list, running{fn, start})
			}
		}
		for _, caller := range f.Callers {
			switch {
			case !g.summaries.Functions[caller].Task || caller.Parent() == nil:
				work = append(work, caller)
			case !introduces || callsInLoop(caller, fn): // the second time they know each other
				for _, start := range g.startsOf(caller) {
					list = append(list, running{fn, start})
				}
			}
		}
	}
	return list
}

// callsInLoop reports whether a function calls another one again and again.
func callsInLoop(caller, fn *ssa.Function) bool {
	return flow.Any(caller, func(instr ssa.Instruction) bool {
		call, ok := instr.(*ssa.Call)
		return ok && call.Call.StaticCallee() == fn && flow.InLoop(call)
	})
}

// startsOf lists the instructions that start a function as a goroutine.
func (g *joining) startsOf(fn *ssa.Function) (list []ssa.Instruction) {
	for _, starter := range g.summaries.Functions[fn].Starters {
		for instr := range flow.Instructions(starter) {
			call, ok := instr.(ssa.CallInstruction)
			if ok && slices.Contains(effects.Spawned(call), fn) && !slices.Contains(list, instr) {
				list = append(list, instr)
			}
		}
	}
	return list
}

// mayOverlap reports whether two instructions of one function start goroutines that may run at
// once: nothing waits between the two.
func mayOverlap(a, b ssa.Instruction) bool {
	if a.Parent() != b.Parent() || a == b && !flow.InLoop(a) {
		return false
	}
	return !flow.Any(a.Parent(), func(instr ssa.Instruction) bool {
		return waits(instr) && (flow.MayFollow(a, instr) && flow.MayFollow(instr, b) || flow.MayFollow(b, instr) && flow.MayFollow(instr, a))
	})
}

// waits reports whether an instruction may wait for goroutines.
func waits(instr ssa.Instruction) bool {
	switch instr := instr.(type) {
	case *ssa.UnOp:
		return instr.Op == token.ARROW
	case *ssa.Select:
		return true
	case *ssa.Call:
		switch syncmodel.OfCall(instr.Common()) {
		case syncmodel.WaitGroupWait, syncmodel.GroupWait, syncmodel.CondWait, syncmodel.Sleep:
			return true
		}
	}
	return false
}
