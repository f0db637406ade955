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

// leftOpen reports goroutines that send and close the channel at their end, but have a return
// before that on which they leave it open: whoever ranges over it waits for ever.
//
// Silent where somebody else closes the channel as well, where the goroutine can be told to give up,
// for who told it has left, and where it tells of its end by other means. The close may be
// deferred, which is the mending.
func leftOpen(pass *analysis.Pass, t *traffic, fns []*ssa.Function, known []finding.Finding) (list []finding.Finding) {
	closes := make(map[any][]ssa.Instruction)
	var order []any // of the channels, as they are found
	for _, fn := range fns {
		for instr := range flow.Instructions(fn) {
			if call, ok := instr.(ssa.CallInstruction); ok {
				if channel := t.channelOf(syncmodel.ClosedBy(call.Common()), 0); channel != nil {
					if closes[channel] == nil {
						order = append(order, channel)
					}
					closes[channel] = append(closes[channel], instr)
				}
			}
		}
	}
	for _, fn := range fns {
		if fn.Parent() == nil || diagnosis.InTest(pass, fn.Pos()) || flow.Any(fn, mayBeTold) {
			continue
		}
		for _, channel := range order {
			ends := closes[channel]
			end, called := ends[0].(*ssa.Call)
			if len(ends) > 1 || !called || end.Parent() != fn || flow.InLoop(end) || !slices.ContainsFunc(t.sends[channel], func(send ssa.Instruction) bool { return send.Parent() == fn }) {
				continue
			}
			out := flow.Find(fn.Blocks[0].Instrs[0], leavesSilently, func(instr ssa.Instruction) bool { return instr == end }, nil)
			if out == nil || !isRangedOver(fns, syncmodel.ClosedBy(end.Common())) {
				continue
			}
			if slices.ContainsFunc(known, func(f finding.Finding) bool {
				return f.Rule == "range-never-closed" && about(pass, f, t.makers(fn.Parent(), channel))
			}) {
				continue
			}
			f := finding.New(pass.Files, "range-never-closed", rules.Likely, out.Pos(),
				fmt.Sprintf("goroutine leak: here the goroutine leaves without the close of %s; whoever ranges over it then waits for ever: a deferred close happens on every way", nameOf(channel)))
			f.Relate(pass.Files, end.Pos(), "the channel is closed here, on the other way")
			list = append(list, f)
		}
	}
	return list
}

// makers lists where a function makes a channel.
func (t *traffic) makers(fn *ssa.Function, channel any) (list []ssa.Instruction) {
	for instr := range flow.Instructions(fn) {
		if made, ok := instr.(*ssa.MakeChan); ok && t.channelOf(made, 0) == channel {
			list = append(list, made)
		}
	}
	return list
}

// leavesSilently reports whether an instruction is a return before which nobody is told anything:
// an error that is sent last, another channel that is closed or a context that is cancelled
// may be the end that the others wait for.
func leavesSilently(instr ssa.Instruction) bool {
	out, ok := instr.(*ssa.Return)
	return ok && out.Pos().IsValid() && !slices.ContainsFunc(out.Block().Instrs, func(instr ssa.Instruction) bool {
		switch instr := instr.(type) {
		case *ssa.Send:
			return true
		case *ssa.Call:
			return syncmodel.ClosedBy(instr.Common()) != nil || instr.Call.StaticCallee() == nil && !instr.Call.IsInvoke()
		}
		return false
	})
}

// mayBeTold reports whether an instruction is a select, or looks at a context or an atomic: by them a
// goroutine learns that nobody wants more of it.
func mayBeTold(instr ssa.Instruction) bool {
	switch instr := instr.(type) {
	case *ssa.Select:
		return true
	case *ssa.Call:
		op := syncmodel.OfCall(instr.Common())
		return op == syncmodel.ContextErr || op == syncmodel.AtomicLoad
	}
	return false
}

// isRangedOver reports whether some function ranges over a channel of the same type.
func isRangedOver(fns []*ssa.Function, ch ssa.Value) bool {
	elem := ch.Type().Underlying().(*types.Chan).Elem()
	return slices.ContainsFunc(fns, func(fn *ssa.Function) bool {
		return flow.Any(fn, func(instr ssa.Instruction) bool {
			receive, ok := instr.(*ssa.UnOp)
			if !ok || !receive.CommaOk {
				return false
			}
			from, ok := receive.X.Type().Underlying().(*types.Chan)
			return ok && types.Identical(from.Elem(), elem)
		})
	})
}
