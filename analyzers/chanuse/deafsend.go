package chanuse

import (
	"fmt"
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

// deafSends reports sends of a goroutine that wait for nothing but the receiver, on a channel without
// room, where the goroutine's other sends to the same channel also look whether a context has ended.
func (t *traffic) deafSends(pass *analysis.Pass, fns []*ssa.Function, known []finding.Finding) (list []finding.Finding) {
	for _, fn := range fns {
		if fn.Parent() == nil || !isStarted(fn) || diagnosis.InTest(pass, fn.Pos()) {
			continue
		}
		for instr := range flow.Instructions(fn) {
			send, ok := instr.(*ssa.Send)
			if !ok {
				continue
			}
			channel := t.channelOf(send.Chan, 0)
			if channel == nil || !t.unbuffered[channel] || !slices.ContainsFunc(t.sends[channel], func(other ssa.Instruction) bool { return other.Parent() == fn && looksAtContext(other) }) {
				continue
			}
			if slices.ContainsFunc(known, func(f finding.Finding) bool { return about(pass, f, []ssa.Instruction{send}) }) {
				continue
			}
			list = append(list, finding.New(pass.Files, "abandoned-send", rules.Likely, send.Pos(),
				fmt.Sprintf("goroutine leak: this send to %s waits for ever when its receiver has left, for it does not look at the context, as the other send here does", nameOf(channel))))
		}
	}
	return list
}

// looksAtContext reports whether an instruction is a select that has a case for the end of a context.
func looksAtContext(instr ssa.Instruction) bool {
	sel, ok := instr.(*ssa.Select)
	return ok && slices.ContainsFunc(sel.States, func(s *ssa.SelectState) bool {
		call, ok := s.Chan.(*ssa.Call)
		return ok && s.Dir == types.RecvOnly && syncmodel.OfCall(call.Common()) == syncmodel.ContextDone
	})
}
