package chanuse

import (
	"fmt"
	"go/constant"
	"go/token"
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

// undrained reports waits for a group of goroutines that send their results to a channel which
// the same function receives from only afterwards, where the channel has room for one result of
// each goroutine at most and each sends in a loop. The search finds that too, where what the
// goroutines compute in between is not too much for it.
//
// Silent where the room depends on anything else: it may be for all results.
func (t *traffic) undrained(pass *analysis.Pass, fns []*ssa.Function, known []finding.Finding) (list []finding.Finding) {
	for _, fn := range fns {
		for instr := range flow.Instructions(fn) {
			wait, ok := instr.(*ssa.Call)
			if !ok || syncmodel.OfCall(wait.Common()) != syncmodel.WaitGroupWait || flow.InLoop(wait) || diagnosis.InTest(pass, wait.Pos()) {
				continue
			}
			group := declared(wait.Call.Args[0])
			if group == nil {
				group = wait.Call.Args[0]
			}
			for _, channel := range t.channels {
				send, start := t.repeatedly(fn, group, t.sends[channel])
				if start == nil || !t.drainedAfter(wait, channel) || !t.isScarce(fn, channel, start) {
					continue
				}
				if slices.ContainsFunc(known, func(f finding.Finding) bool { return about(pass, f, []ssa.Instruction{wait, send}) }) {
					continue
				}
				who := diagnosis.FunctionName(fn)
				f := finding.New(pass.Files, "wait-before-drain", rules.Likely, wait.Pos(),
					fmt.Sprintf("deadlock: %s waits here for goroutines that send to %s more often than it has room, and %s would receive only after this wait", who, nameOf(channel), who))
				f.Relate(pass.Files, send.Pos(), "this waits when the room is used up")
				f.Relate(pass.Files, t.receives[channel][0].Pos(), "this would receive, but only after the wait")
				list = append(list, f)
			}
		}
	}
	return list
}

// repeatedly returns a send in a loop of a goroutine that a function starts in a loop and that
// reports to a group, with the start; nil if a send is anything else.
func (t *traffic) repeatedly(fn *ssa.Function, group any, sends []ssa.Instruction) (send, start ssa.Instruction) {
	for _, instr := range sends {
		plain, ok := instr.(*ssa.Send)
		if !ok || !flow.InLoop(plain) || plain.Parent().Parent() != fn {
			return nil, nil
		}
		start = startOf(plain.Parent(), group)
		if start == nil || !flow.InLoop(start) {
			return nil, nil
		}
		send = plain
	}
	return send, start
}

// startOf returns where a literal is started that reports its end to a group, or nil.
func startOf(fn *ssa.Function, group any) ssa.Instruction {
	is := func(v ssa.Value) bool { return declared(v) == group || any(v) == group }
	for instr := range flow.Instructions(fn.Parent()) {
		switch instr := instr.(type) {
		case *ssa.Go:
			reports := flow.Any(fn, func(instr ssa.Instruction) bool {
				call, ok := instr.(ssa.CallInstruction)
				return ok && syncmodel.OfCall(call.Common()) == syncmodel.WaitGroupDone && is(call.Common().Args[0])
			})
			if instr.Call.StaticCallee() == fn && reports {
				return instr
			}
		case *ssa.Call:
			if syncmodel.OfCall(instr.Common()) == syncmodel.WaitGroupGo && effects.FunctionOf(instr.Call.Args[1]) == fn && is(instr.Call.Args[0]) {
				return instr
			}
		}
	}
	return nil
}

// drainedAfter reports whether all that receive from a channel do so in the function of a wait, and
// after it.
func (t *traffic) drainedAfter(wait *ssa.Call, channel any) bool {
	receives := t.receives[channel]
	return len(receives) > 0 && !slices.ContainsFunc(receives, func(receive ssa.Instruction) bool {
		return receive.Parent() != wait.Parent() || !flow.Dominates(wait, receive) || flow.MayFollow(receive, wait)
	})
}

// isScarce reports whether a channel, which only the function itself and its literals have, has no
// room, or as much as there are turns of the loop that starts goroutines.
func (t *traffic) isScarce(fn *ssa.Function, channel any, start ssa.Instruction) bool {
	made := t.makers(fn, channel)
	if len(made) != 1 || t.isHandedOn(fn, channel) {
		return false
	}
	size := made[0].(*ssa.MakeChan).Size
	if isZero(size) {
		return true
	}
	// Where something else is done as often, that may be what there is to send.
	around, elsewhere := 0, 0
	for _, b := range fn.Blocks {
		turns := turnsOf(b)
		if turns == nil || !sameNumber(turns, size) {
			continue
		}
		switch {
		case flow.Reaches(b, start.Block()) && flow.Reaches(start.Block(), b):
			around++
		case flow.Reaches(b, b):
			elsewhere++
		}
	}
	return around > 0 && elsewhere == 0
}

// isHandedOn reports whether a function gives a channel to code that is not looked at here.
func (t *traffic) isHandedOn(fn *ssa.Function, channel any) bool {
	return flow.Any(fn, func(instr ssa.Instruction) bool {
		switch instr := instr.(type) {
		case ssa.CallInstruction:
			_, builtin := instr.Common().Value.(*ssa.Builtin)
			return !builtin && slices.ContainsFunc(instr.Common().Args, func(arg ssa.Value) bool { return t.channelOf(arg, 0) == channel })
		case *ssa.Return:
			return slices.ContainsFunc(instr.Results, func(v ssa.Value) bool { return t.channelOf(v, 0) == channel })
		}
		return false
	})
}

// turnsOf returns the number below which a block that begins the turns of a loop counts, or nil.
func turnsOf(b *ssa.BasicBlock) ssa.Value {
	if branch, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If); ok {
		if less, ok := branch.Cond.(*ssa.BinOp); ok && less.Op == token.LSS {
			return less.Y
		}
	}
	return nil
}

// sameNumber reports whether two values are one number, whatever integer type they have.
func sameNumber(a, b ssa.Value) bool {
	plain := func(v ssa.Value) ssa.Value {
		if c, ok := v.(*ssa.Convert); ok {
			return c.X
		}
		return v
	}
	a, b = plain(a), plain(b)
	x, constant1 := a.(*ssa.Const)
	y, constant2 := b.(*ssa.Const)
	return a == b || constant1 && constant2 && constant.Compare(x.Value, token.EQL, y.Value)
}
