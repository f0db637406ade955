package chanuse

import (
	"fmt"
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

// A flag tells goroutines that a channel is closed, and an atomic one is read beside its
// change. That does not order the two: whoever has read it just before goes on to send.

// flagged reports closes of a channel that follow at once on the change of an atomic, where
// another function asks the atomic and then sends.
func flagged(pass *analysis.Pass, summaries *effects.Result) (list []finding.Finding) {
	waits := effects.NewWaits(summaries)
	sends, closes := summaries.ChannelUses()
	for _, c := range closes {
		for _, change := range atomicsBefore(c.Instr, syncmodel.AtomicStore, syncmodel.AtomicSwap, syncmodel.AtomicCompareAndSwap) {
			if f, ok := flaggedClose(pass, waits, c, change, sends); ok {
				list = append(list, f)
				break
			}
		}
	}
	return list
}

// flaggedClose reports a close after the change of an atomic, if one of some sends only asks the atomic.
func flaggedClose(pass *analysis.Pass, waits *effects.Waits, c effects.ChannelUse, change *ssa.Call, sends []effects.ChannelUse) (finding.Finding, bool) {
	flag, closer := atomicField(change), c.Instr.Parent()
	waitsBetween := flow.Any(closer, func(instr ssa.Instruction) bool {
		return instr != change && flow.MayFollow(change, instr) && flow.MayFollow(instr, c.Instr) && instr != c.Instr && waits.May(instr, true)
	})
	if waitsBetween {
		return finding.Finding{}, false // for those who are on their way to the send, perhaps
	}
	for _, s := range sends {
		sender := s.Instr.Parent()
		if s.Field != c.Field || sender == closer || !c.Apart(s) || flow.DefersRecover(sender) {
			continue
		}
		for _, ask := range atomicsBefore(s.Instr, syncmodel.AtomicLoad) {
			decides := slices.ContainsFunc(flow.BranchesOn(ask), func(b *ssa.If) bool { return flow.Dominates(b, s.Instr) })
			if atomicField(ask) != flag || !decides {
				continue
			}
			f := finding.New(pass.Files, "close-while-sending", rules.Likely, c.Instr.Pos(),
				fmt.Sprintf("panic: %s closes %s right after it has set %s; whoever has looked at %s before that, in %s, still goes on to send, and the send panics",
					diagnosis.FunctionName(closer), pathName(syncmodel.ClosedBy(c.Instr.(*ssa.Call).Common()), c.Field), pathName(change.Call.Args[0], flag), flag.Name(), diagnosis.FunctionName(sender)))
			f.Relate(pass.Files, ask.Pos(), "this looks before the close")
			f.Relate(pass.Files, s.Instr.Pos(), "and this sends after it: the send panics")
			return f, true
		}
	}
	return finding.Finding{}, false
}

// pathName returns the path of a value that a field holds, as the code has it, or the field's name.
func pathName(v ssa.Value, field *types.Var) string {
	if p, ok := effects.PathOf(v); ok {
		return p.String()
	}
	return field.Name()
}

// atomicsBefore lists the calls of some atomic operations on a field that every way to an
// instruction leads over.
func atomicsBefore(instr ssa.Instruction, ops ...syncmodel.Op) (list []*ssa.Call) {
	for before := range flow.Instructions(instr.Parent()) {
		call, ok := before.(*ssa.Call)
		if ok && slices.Contains(ops, syncmodel.OfCall(call.Common())) && atomicField(call) != nil && flow.Dominates(call, instr) {
			list = append(list, call)
		}
	}
	return list
}

// atomicField returns the field that an atomic operation works on, or nil.
func atomicField(call *ssa.Call) *types.Var {
	if call.Call.IsInvoke() || len(call.Call.Args) == 0 {
		return nil
	}
	if a, ok := call.Call.Args[0].(*ssa.FieldAddr); ok {
		return effects.FieldOf(a)
	}
	return nil
}
