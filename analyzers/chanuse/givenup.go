package chanuse

import (
	"fmt"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/finding"
	"interleave/analyzers/internal/diagnosis"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
	"interleave/analyzers/rules"
)

// givenUp reports sends of an answer on an unbuffered channel that came with a request, where
// the one who asked stops waiting when its context ends or its time is up: whoever answers then
// waits for ever. The same holds for the one result of a goroutine that is started for it, if
// nobody has to come and take it.
//
// Silent where the channel has room for the answer, the send has another way out, or the one
// who asked comes back to receive; and where a test asks, which ends.
func (t *traffic) givenUp(pass *analysis.Pass, known []finding.Finding) (list []finding.Finding) {
	for _, channel := range t.channels {
		field, ok := channel.(*types.Var)
		if !ok || !t.unbuffered[channel] {
			continue
		}
		var leaves *ssa.Select
		for _, receive := range t.receives[channel] {
			sel, ok := receive.(*ssa.Select)
			if ok && leaves == nil && !diagnosis.InTest(pass, sel.Pos()) && (len(t.makers(sel.Parent(), channel)) > 0 || t.isOneResult(channel)) && t.mayGiveUp(sel, channel) {
				leaves = sel
			}
		}
		waits := slices.IndexFunc(t.sends[channel], func(instr ssa.Instruction) bool {
			_, plain := instr.(*ssa.Send)
			return plain
		})
		if leaves == nil || waits < 0 {
			continue
		}
		send := t.sends[channel][waits]
		if slices.ContainsFunc(known, func(f finding.Finding) bool { return about(pass, f, []ssa.Instruction{send, leaves}) }) {
			continue
		}
		f := finding.New(pass.Files, "abandoned-send", rules.Likely, send.Pos(),
			fmt.Sprintf("goroutine leak: the send to %s waits for ever when whoever asked has given up by then: the channel has no room", field.Name()))
		f.Relate(pass.Files, leaves.Pos(), "the one who asked waits here, and may leave without the answer")
		list = append(list, f)
	}
	return list
}

// isOneResult reports whether each goroutine that sends to a channel is started by the function
// that makes the channel, to send once, and all that receive may leave without.
func (t *traffic) isOneResult(channel any) bool {
	for _, send := range t.sends[channel] {
		fn := send.Parent()
		if fn.Parent() == nil || len(t.makers(fn.Parent(), channel)) == 0 || flow.InLoop(send) || !isStarted(fn) {
			return false
		}
	}
	return !slices.ContainsFunc(t.receives[channel], func(receive ssa.Instruction) bool {
		sel, ok := receive.(*ssa.Select)
		return !ok || !t.mayGiveUp(sel, channel)
	})
}

// isStarted reports whether a function literal is what a go statement, outside of a loop, starts.
func isStarted(fn *ssa.Function) bool {
	return flow.Any(fn.Parent(), func(instr ssa.Instruction) bool {
		start, ok := instr.(*ssa.Go)
		return ok && start.Call.StaticCallee() == fn && !flow.InLoop(start)
	})
}

// mayGiveUp reports whether a select receives from a channel or leaves, for good, because a
// context has ended or time is up.
func (t *traffic) mayGiveUp(sel *ssa.Select, channel any) bool {
	if flow.InLoop(sel) || slices.ContainsFunc(t.receives[channel], func(other ssa.Instruction) bool {
		return other != sel && other.Parent() == sel.Parent() && flow.MayFollow(sel, other)
	}) {
		return false
	}
	return slices.ContainsFunc(sel.States, func(s *ssa.SelectState) bool { return s.Dir == types.RecvOnly && ends(s.Chan) })
}

// ends reports whether a channel tells that a context has ended or time is up.
func ends(ch ssa.Value) bool {
	switch ch := ch.(type) {
	case *ssa.Call:
		op := syncmodel.OfCall(ch.Common())
		return op == syncmodel.ContextDone || op == syncmodel.TimeAfter
	case *ssa.UnOp:
		at, ok := ch.X.(*ssa.FieldAddr)
		return ok && ch.Op == token.MUL && syncmodel.KindOf(at.X.Type().Underlying().(*types.Pointer).Elem()) == syncmodel.Timer
	}
	return false
}
