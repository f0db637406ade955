package chanuse

import (
	"fmt"
	"go/constant"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/sigchanyzer"
	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/finding"
	"interleave/analyzers/internal/diagnosis"
	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/wrapped"
	"interleave/analyzers/rules"
)

const (
	lostSignal = "lost signal: the channel has no room, and signal.Notify does not wait: a signal that comes while nobody receives is dropped"
	madeHere   = "the channel is made here"
)

// signals reports signal.Notify on a channel without a buffer: what sigchanyzer sees,
// and channels that a field or a captured variable holds.
func signals(pass *analysis.Pass) (list []finding.Finding, err error) {
	known, err := wrapped.Diagnostics(pass, sigchanyzer.Analyzer)
	for _, d := range known {
		f := finding.New(pass.Files, "unbuffered-signal", rules.Certain, d.Pos, lostSignal)
		f.Pos, f.End, f.Fixes = d.Pos, d.End, d.SuggestedFixes
		for _, fix := range d.SuggestedFixes {
			make := fix.TextEdits[0] // made anew, with room
			f.Related = append(f.Related, finding.Related{Pos: make.Pos, End: make.End, Message: madeHere})
		}
		list = append(list, f)
	}
	summaries := pass.ResultOf[effects.Analyzer].(*effects.Result)
	for _, fn := range summaries.Order {
		for instr := range flow.Instructions(fn) {
			call, ok := instr.(*ssa.Call)
			if !ok || call.Call.StaticCallee() == nil || call.Call.StaticCallee().String() != "os/signal.Notify" {
				continue
			}
			made := made(summaries, call.Call.Args[0], 0)
			if len(made) == 0 || slices.ContainsFunc(made, hasRoom) || finding.Silenced(pass.Fset, pass.Files, call.Pos(), "govet", sigchanyzer.Analyzer.Name) {
				continue
			}
			f := finding.New(pass.Files, "unbuffered-signal", rules.Certain, call.Pos(), lostSignal)
			if slices.ContainsFunc(list, func(other finding.Finding) bool { return other.Pos <= f.Pos && f.Pos < other.End }) {
				continue
			}
			f.Relate(pass.Files, made[0].Pos(), madeHere)
			list = append(list, f)
		}
	}
	return list, err
}

// wakeUps reports sends of a signal that do not wait, on a channel without room, to a goroutine that
// does something between its receives: what is signalled while it is at work is lost.
//
// Silent where the channel carries data, some send waits or does something else when nobody receives,
// or the receiver looks by itself now and then, for it has a case for a timer.
func (t *traffic) wakeUps(pass *analysis.Pass, summaries *effects.Result) (list []finding.Finding) {
	waits := effects.NewWaits(summaries)
	for _, channel := range t.channels {
		field, ok := channel.(*types.Var)
		if !ok || !t.unbuffered[channel] || field.Exported() || !isEmptyStruct(field.Type()) || len(t.sends[channel]) == 0 || len(t.receives[channel]) == 0 {
			continue
		}
		tries := !slices.ContainsFunc(t.sends[channel], func(send ssa.Instruction) bool {
			sel, ok := send.(*ssa.Select)
			return !ok || sel.Blocking || len(sel.States) != 1 || notices(sel)
		})
		works := !slices.ContainsFunc(t.receives[channel], func(receive ssa.Instruction) bool {
			sel, ok := receive.(*ssa.Select)
			return !flow.InLoop(receive) || ok && (!sel.Blocking || slices.ContainsFunc(sel.States, func(s *ssa.SelectState) bool { return isTimers(s.Chan) })) || !worksBetween(waits, receive)
		})
		if !tries || !works {
			continue
		}
		sel := t.sends[channel][0].(*ssa.Select)
		if diagnosis.InTest(pass, sel.Pos()) {
			continue
		}
		f := finding.New(pass.Files, "unbuffered-signal", rules.Likely, sel.States[0].Pos,
			fmt.Sprintf("lost signal: %s has no room, and this send does not wait: what is signalled while %s is at work is lost; room for one keeps it",
				pathName(sel.States[0].Chan, field), diagnosis.FunctionName(t.receives[channel][0].Parent())))
		f.Relate(pass.Files, t.receives[channel][0].Pos(), "only while this waits does a signal arrive")
		list = append(list, f)
	}
	return list
}

// notices reports whether a select with a default goes on in another way when nobody receives.
func notices(sel *ssa.Select) bool {
	target := func(b *ssa.BasicBlock) *ssa.BasicBlock {
		for len(b.Instrs) == 1 && len(b.Succs) == 1 {
			b = b.Succs[0]
		}
		return b
	}
	return slices.ContainsFunc(flow.BranchesOn(sel), func(branch *ssa.If) bool {
		return target(branch.Block().Succs[0]) != target(branch.Block().Succs[1])
	})
}

// worksBetween reports whether a function does something that may take long before it comes to the
// same receive again.
func worksBetween(waits *effects.Waits, receive ssa.Instruction) bool {
	return flow.Any(receive.Parent(), func(instr ssa.Instruction) bool {
		return instr != receive && flow.InLoop(instr) && flow.MayFollow(receive, instr) && flow.MayFollow(instr, receive) && waits.May(instr, true)
	})
}

// isEmptyStruct reports whether a channel's elements carry nothing.
func isEmptyStruct(ch types.Type) bool {
	c, ok := ch.Underlying().(*types.Chan)
	if !ok {
		return false
	}
	s, ok := c.Elem().Underlying().(*types.Struct)
	return ok && s.NumFields() == 0
}

// isTimers reports whether a channel is that of a timer or ticker.
func isTimers(ch ssa.Value) bool {
	c, ok := ch.Type().Underlying().(*types.Chan)
	return ok && types.TypeString(c.Elem(), nil) == "time.Time"
}

func hasRoom(made *ssa.MakeChan) bool {
	c, ok := made.Size.(*ssa.Const)
	return !ok || constant.Sign(c.Value) != 0
}

// maxMade bounds how far the make of a channel is looked for.
const maxMade = 6

// made lists the makes of the channels that a value may be, if all are known: of a
// channel itself, of one that a variable or field of the package holds, that all callers of a function give
// it, or that a function returns.
func made(summaries *effects.Result, v ssa.Value, depth int) (list []*ssa.MakeChan) {
	if depth > maxMade {
		return nil
	}
	switch v := v.(type) {
	case *ssa.MakeChan:
		return []*ssa.MakeChan{v}
	case *ssa.ChangeType:
		return made(summaries, v.X, depth+1)
	case *ssa.Parameter:
		fn := v.Parent()
		f := summaries.Functions[fn]
		if f == nil || f.Unknown || f.Task || fn.Parent() != nil || effects.Exported(fn) {
			return nil
		}
		at := slices.Index(fn.Params, v)
		for _, caller := range f.Callers {
			for instr := range flow.Instructions(caller) {
				call, ok := instr.(ssa.CallInstruction)
				if !ok || summaries.Local(call.Common()) != fn {
					continue
				}
				makes := made(summaries, call.Common().Args[at], depth+1)
				if len(makes) == 0 {
					return nil
				}
				list = append(list, makes...)
			}
		}
	case *ssa.Call:
		callee := summaries.Local(v.Common())
		if callee == nil {
			return nil
		}
		for _, b := range callee.Blocks {
			ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
			if !ok || b == callee.Recover || len(ret.Results) != 1 {
				continue
			}
			makes := made(summaries, flow.PutFor(ret, ret.Results[0]), depth+1)
			if len(makes) == 0 {
				return nil
			}
			list = append(list, makes...)
		}
	case *ssa.UnOp:
		p, ok := effects.PathOf(v.X)
		if !ok || p.Last != nil && p.Last.Exported() {
			return nil
		}
		for _, fn := range summaries.Order {
			for instr := range flow.Instructions(fn) {
				store, ok := instr.(*ssa.Store)
				if !ok || !types.Identical(store.Val.Type(), v.Type()) {
					continue
				}
				q, ok := effects.PathOf(store.Addr)
				if ok && q.Last != p.Last || ok && p.Last == nil && !q.Same(p) {
					continue
				}
				makes := made(summaries, store.Val, depth+1)
				if !ok || len(makes) == 0 {
					return nil
				}
				list = append(list, makes...)
			}
		}
	}
	return list
}
