package lockorder

import (
	"fmt"
	"go/token"
	"go/types"
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

// awaitsTaker reports a method that waits, under a lock of its object, for a channel of the object which only
// a goroutine of the object closes, when that goroutine takes the same lock for its work: it may stand before the lock
// when the method comes to wait, and never gets to the close. The search finds those whose work it can see.
func awaitsTaker(pass *analysis.Pass, summaries *effects.Result, found []finding.Finding) (list []finding.Finding) {
	for _, fn := range summaries.Order {
		for instr := range flow.Instructions(fn) {
			wait, ok := instr.(*ssa.UnOp)
			if !ok || wait.Op != token.ARROW || diagnosis.InTest(pass, wait.Pos()) {
				continue
			}
			channel, ok := effects.PathOf(wait.X)
			if !ok || channel.Last == nil || channel.Last.Exported() {
				continue
			}
			lock, taken := heldAt(wait, channel)
			if taken == nil {
				continue
			}
			closer := onlyCloser(summaries, channel.Last)
			if closer == nil {
				continue
			}
			at := takesInTurns(summaries, closer, lock)
			if at == nil {
				continue
			}
			f := finding.New(pass.Files, "block-under-lock", rules.Likely, wait.Pos(), fmt.Sprintf("deadlock: %s waits here for %s and holds %s, which %s needs before it can end and close %[2]s",
				diagnosis.FunctionName(fn), channel, lock, diagnosis.FunctionName(closer)))
			if slices.ContainsFunc(found, func(other finding.Finding) bool { return other.Pos == f.Pos }) {
				continue
			}
			f.Relate(pass.Files, taken.Pos(), "the lock is taken here")
			f.Relate(pass.Files, at.Pos(), "the goroutine may wait for the lock here")
			list = append(list, f)
		}
	}
	return list
}

// heldAt returns a lock of the object whose channel is waited for that its function has taken before it, itself, and not given
// back; taken is nil if there is none.
func heldAt(wait ssa.Instruction, channel effects.Path) (lock effects.Path, taken *ssa.Call) {
	for instr := range flow.Instructions(wait.Parent()) {
		call, ok := instr.(*ssa.Call)
		if !ok || syncmodel.OfCall(call.Common()) != syncmodel.Lock || call.Call.IsInvoke() || !flow.Dominates(call, wait) {
			continue
		}
		p, ok := effects.PathOf(call.Call.Args[0])
		if ok && p.Root == channel.Root && p.Last != nil && staysLocked(call, wait, p) {
			return p, call
		}
	}
	return effects.Path{}, nil
}

// onlyCloser returns the function that closes the channels of a field, which is nothing but a goroutine; nil if others close them
// too, or somebody sends.
func onlyCloser(summaries *effects.Result, field *types.Var) (closer *ssa.Function) {
	for _, fn := range summaries.Order {
		for instr := range flow.Instructions(fn) {
			var ch ssa.Value
			switch instr := instr.(type) {
			case *ssa.Send:
				if p, ok := effects.PathOf(instr.Chan); ok && p.Last == field {
					return nil
				}
				continue
			case ssa.CallInstruction:
				ch = syncmodel.ClosedBy(instr.Common())
			}
			if ch == nil {
				continue
			}
			if p, ok := effects.PathOf(ch); !ok || p.Last != field {
				continue
			}
			if f := summaries.Functions[fn]; closer != nil && closer != fn || !f.Task || len(f.Callers) > 0 {
				return nil
			}
			closer = fn
		}
	}
	return closer
}

// takesInTurns returns where a goroutine takes a lock in a loop, itself or in what it calls; nil if it does not. One that takes it
// once may have done so long before.
func takesInTurns(summaries *effects.Result, fn *ssa.Function, lock effects.Path) ssa.Instruction {
	for instr := range flow.Instructions(fn) {
		call, ok := instr.(*ssa.Call)
		if !ok || !flow.InLoop(call) || call.Call.IsInvoke() {
			continue
		}
		switch syncmodel.OfCall(call.Common()) {
		case syncmodel.Lock, syncmodel.RLock:
			if p, ok := effects.PathOf(call.Call.Args[0]); ok && p.Declaration() == lock.Declaration() {
				return call
			}
		}
		f := summaries.Functions[summaries.Local(call.Common())]
		if f != nil && slices.ContainsFunc(f.Acquires, func(a effects.Acquire) bool { return a.Lock.Path.Declaration() == lock.Declaration() }) {
			return call
		}
	}
	return nil
}
