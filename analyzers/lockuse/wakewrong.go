package lockuse

import (
	"fmt"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/finding"
	"interleave/analyzers/internal/diagnosis"
	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
	"interleave/analyzers/rules"
)

// wakesWrong reports a Signal on a condition variable at which two kinds of goroutines wait,
// those for whom there has to be more of something and those for whom there has to be less:
// when one of the wrong kind is woken it sleeps again, and the other one was not told.
// Where a search has found that one of these Waits never ends, that is said already.
func wakesWrong(pass *analysis.Pass, summaries *effects.Result, signal *ssa.Call, found []finding.Finding) (finding.Finding, bool) {
	none := finding.Finding{}
	if syncmodel.OfCall(signal.Common()) != syncmodel.CondSignal {
		return none, false
	}
	cond, ok := effects.PathOf(signal.Call.Args[0])
	if !ok || wakesMore(summaries, signal, cond) {
		return none, false
	}
	one, other := opposed(summaries, cond)
	if one == nil || countsWaiters(signal, one) || countsWaiters(signal, other) {
		return none, false
	}
	line := func(wait *ssa.Call) int { return pass.Fset.Position(wait.Pos()).Line }
	f := finding.New(pass.Files, "cond-never-signalled", rules.Likely, signal.Pos(),
		fmt.Sprintf("deadlock: this Signal may wake the wrong one: the goroutines that wait at line %d and those at line %d share %s and wait for opposite things; the one that could go on sleeps for ever; Broadcast wakes all",
			line(one), line(other), cond))
	f.Relate(pass.Files, one.Pos(), diagnosis.FunctionName(one.Parent())+" waits here until there is more")
	f.Relate(pass.Files, other.Pos(), diagnosis.FunctionName(other.Parent())+" waits here until there is less")
	f.Fixes = broadcast(pass, signal)
	told := slices.ContainsFunc(found, func(other finding.Finding) bool {
		return slices.ContainsFunc(f.Related, func(wait finding.Related) bool { return wait.Pos == other.Pos })
	})
	return f, !told
}

// wakesMore reports whether more than one goroutine is woken where a Signal is made: by the
// function around it, by those that call it if it does nothing else, or by a loop that
// repeats the Signal under one lock.
func wakesMore(summaries *effects.Result, signal *ssa.Call, cond effects.Path) bool {
	fn := signal.Parent()
	around := []*ssa.Function{fn}
	if !flow.Any(fn, isStore) {
		around = append(around, summaries.Functions[fn].Callers...)
	}
	if slices.ContainsFunc(around, func(fn *ssa.Function) bool { return wakes(summaries, fn, cond, 0) > 1 }) {
		return true
	}
	itself := func(instr ssa.Instruction) bool { return instr == signal }
	return flow.Find(signal, itself, isLock, nil) != nil
}

func isStore(instr ssa.Instruction) bool {
	switch instr.(type) {
	case *ssa.Store, *ssa.MapUpdate:
		return true
	}
	return false
}

func isLock(instr ssa.Instruction) bool {
	call, ok := instr.(*ssa.Call)
	return ok && syncmodel.OfCall(call.Common()) == syncmodel.Lock
}

// opposed returns two Waits on a condition variable, of which the first is for more of
// something and the second for less of it, if several goroutines may be at one of them;
// else nil.
func opposed(summaries *effects.Result, cond effects.Path) (more, less *ssa.Call) {
	waits := waitsOn(summaries, cond)
	for _, more := range waits {
		for _, less := range waits {
			opposite := more != less && slices.ContainsFunc(needs(summaries, more), func(n need) bool {
				return n.more && slices.Contains(needs(summaries, less), need{n.of, n.length, false})
			})
			if opposite && (isAtMany(summaries, more) || isAtMany(summaries, less)) {
				return more, less
			}
		}
	}
	return nil, nil
}

// waitsOn lists the Waits on a condition variable that somebody comes to. Those who, woken,
// wake another one before they sleep again do no harm.
func waitsOn(summaries *effects.Result, cond effects.Path) (list []*ssa.Call) {
	for _, fn := range summaries.Order {
		f := summaries.Functions[fn]
		if fn.Parent() == nil && !f.Task && !f.Unknown && len(f.Callers) == 0 && !effects.Exported(fn) && !effects.IsMain(fn) {
			continue
		}
		for instr := range flow.Instructions(fn) {
			wait, ok := instr.(*ssa.Call)
			if !ok || syncmodel.OfCall(wait.Common()) != syncmodel.CondWait {
				continue
			}
			if on, ok := effects.PathOf(wait.Call.Args[0]); ok && on.Declaration() == cond.Declaration() && !passesOn(summaries, wait, cond) {
				list = append(list, wait)
			}
		}
	}
	return list
}

// passesOn reports whether the loop around a Wait wakes another goroutine.
func passesOn(summaries *effects.Result, wait *ssa.Call, cond effects.Path) bool {
	loops := flow.Loops(wait)
	return len(loops) == 0 || slices.ContainsFunc(loops[0], func(b *ssa.BasicBlock) bool {
		return slices.ContainsFunc(b.Instrs, func(instr ssa.Instruction) bool { return wakesAt(summaries, instr, cond, 0) > 0 })
	})
}

func isAtMany(summaries *effects.Result, wait *ssa.Call) bool {
	on, _ := effects.PathOf(wait.Call.Args[0])
	return isForMany(summaries, wait, on, func(*ssa.Function) bool { return false })
}

// countsWaiters reports whether a Signal depends on something that is counted before a Wait:
// then it is known who sleeps.
func countsWaiters(signal, wait *ssa.Call) bool {
	counted := func(p effects.Path) bool {
		return flow.Any(wait.Parent(), func(instr ssa.Instruction) bool {
			store, ok := instr.(*ssa.Store)
			if !ok || !flow.Dominates(store, wait) {
				return false
			}
			q, ok := effects.PathOf(store.Addr)
			return ok && p.Declaration() == q.Declaration()
		})
	}
	found := false
	for _, b := range signal.Parent().Blocks {
		branch, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If)
		if ok && (flow.OnlyAfter(b, 0, signal.Block()) || flow.OnlyAfter(b, 1, signal.Block())) {
			loads(branch.Cond, 0, func(p effects.Path) { found = found || counted(p) })
		}
	}
	return found
}
