package chanuse

import (
	"go/constant"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/sigchanyzer"
	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/finding"
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
			made := made(summaries, call.Call.Args[0])
			if len(made) == 0 || slices.ContainsFunc(made, hasRoom) {
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

func hasRoom(made *ssa.MakeChan) bool {
	c, ok := made.Size.(*ssa.Const)
	return !ok || constant.Sign(c.Value) != 0
}

// made lists the makes of the channels that a value may be, if all are known: of a
// channel itself, and of one that a variable or field of the package holds.
func made(summaries *effects.Result, v ssa.Value) (list []*ssa.MakeChan) {
	switch v := v.(type) {
	case *ssa.MakeChan:
		return []*ssa.MakeChan{v}
	case *ssa.ChangeType:
		return made(summaries, v.X)
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
				makes := made(summaries, store.Val)
				if !ok || len(makes) == 0 {
					return nil
				}
				list = append(list, makes...)
			}
		}
	}
	return list
}
