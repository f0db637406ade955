package chanuse

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

// closedByReceiver reports a goroutine that closes the channel from which it receives, when it has
// received enough, while goroutines go on to send to it until somebody tells them to stop.
//
// Silent where what was received says that it is the last, where the senders come to an end by
// themselves, so that all may have been received, and where they recover.
func (t *traffic) closedByReceiver(pass *analysis.Pass, summaries *effects.Result, found []finding.Finding) (list []finding.Finding) {
	for _, fn := range summaries.Order {
		for instr := range flow.Instructions(fn) {
			end, ok := instr.(*ssa.Call)
			if !ok || syncmodel.ClosedBy(end.Common()) == nil {
				continue
			}
			channel := t.channelOf(syncmodel.ClosedBy(end.Common()), 0)
			if channel == nil || !slices.ContainsFunc(t.receives[channel], func(r ssa.Instruction) bool { return endsWhenEnough(r, end) }) {
				continue
			}
			i := slices.IndexFunc(t.sends[channel], func(s ssa.Instruction) bool {
				sender := s.Parent()
				return sender != fn && summaries.Functions[sender].Task && goesOnUntilTold(s) && !flow.DefersRecover(sender)
			})
			if i < 0 || slices.ContainsFunc(found, func(f finding.Finding) bool { return about(pass, f, []ssa.Instruction{end, t.sends[channel][i]}) }) {
				continue
			}
			f := finding.New(pass.Files, "close-while-sending", rules.Likely, end.Pos(), fmt.Sprintf("panic: %s closes %s, from which it receives, while goroutines may send to it at %s: a send on a closed channel panics; leave the loop, and tell the senders to stop",
				diagnosis.FunctionName(fn), nameOf(channel), diagnosis.At(pass, t.sends[channel][i].Pos())))
			f.Relate(pass.Files, t.sends[channel][i].Pos(), "this send panics when the channel is closed")
			list = append(list, f)
		}
	}
	return list
}

// endsWhenEnough reports whether a function closes a channel in the loop in which it receives from
// it, under a condition that has nothing to do with what was received.
func endsWhenEnough(receive ssa.Instruction, end *ssa.Call) bool {
	value, ok := receive.(*ssa.UnOp)
	if !ok || receive.Parent() != end.Parent() || !flow.InLoop(receive) || !flow.Dominates(receive, end) {
		return false
	}
	conditional := false
	for _, b := range end.Parent().Blocks {
		branch, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If)
		if !ok || !flow.Dominates(receive, branch) {
			continue
		}
		yes, no := flow.OnlyAfter(b, 0, end.Block()), flow.OnlyAfter(b, 1, end.Block())
		if !yes && !no {
			continue
		}
		if ok, isOk := branch.Cond.(*ssa.Extract); isOk && ok.Tuple == value {
			if no {
				return false // it is closed already
			}
			continue
		}
		if restsOn(branch.Cond, value, make(map[ssa.Value]bool)) {
			return false
		}
		conditional = true
	}
	return conditional && !flow.Any(end.Parent(), func(instr ssa.Instruction) bool {
		call, ok := instr.(*ssa.Call)
		if !ok {
			return false
		}
		op := syncmodel.OfCall(call.Common())
		return (op == syncmodel.WaitGroupWait || op == syncmodel.GroupWait) && flow.Dominates(call, end)
	})
}

// restsOn reports whether a value is computed from another one, otherwise than from how many of
// them there are.
func restsOn(v, from ssa.Value, seen map[ssa.Value]bool) bool {
	if v == from {
		return true
	}
	instr, ok := v.(ssa.Instruction)
	if !ok || seen[v] {
		return false
	}
	seen[v] = true
	if call, ok := v.(*ssa.Call); ok {
		if b, ok := call.Call.Value.(*ssa.Builtin); ok && b.Name() == "len" {
			return false
		}
	}
	if variable, ok := v.(*ssa.Alloc); ok {
		return slices.ContainsFunc(flow.Referrers(variable), func(ref ssa.Instruction) bool {
			store, ok := ref.(*ssa.Store)
			return ok && restsOn(store.Val, from, seen)
		})
	}
	return slices.ContainsFunc(instr.Operands(nil), func(op *ssa.Value) bool { return *op != nil && restsOn(*op, from, seen) })
}

// goesOnUntilTold reports whether a send stands in a loop that ends when its goroutine is told
// to stop, and not before.
func goesOnUntilTold(send ssa.Instruction) bool {
	loops := flow.Loops(send)
	if len(loops) == 0 {
		return false
	}
	loop := loops[len(loops)-1]
	return !slices.ContainsFunc(loop, func(b *ssa.BasicBlock) bool {
		branch, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If)
		leaves := slices.ContainsFunc(b.Succs, func(to *ssa.BasicBlock) bool { return !slices.Contains(loop, to) })
		return leaves && (!ok || !isTold(branch.Cond))
	})
}

// isTold reports whether a condition asks whether its goroutine has been told to stop: which case of
// a select it was, or whether a context has ended.
func isTold(cond ssa.Value) bool {
	compared, ok := cond.(*ssa.BinOp)
	if !ok {
		return false
	}
	switch x := compared.X.(type) {
	case *ssa.Extract:
		_, ok := x.Tuple.(*ssa.Select)
		return ok && x.Index == 0
	case *ssa.Call:
		return syncmodel.OfCall(x.Common()) == syncmodel.ContextErr
	}
	return false
}
