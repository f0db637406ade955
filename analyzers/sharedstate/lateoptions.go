package sharedstate

import (
	"fmt"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/finding"
	"interleave/analyzers/internal/diagnosis"
	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
	"interleave/analyzers/rules"
)

// lateOptions reports a function that starts a goroutine on the object that it makes, and only
// then runs the options that it was given on it: what they set, the goroutine reads already.
func (r *reporter) lateOptions(fn *ssa.Function) (list []finding.Finding) {
	for instr := range flow.Instructions(fn) {
		start, ok := instr.(*ssa.Go)
		if !ok {
			continue
		}
		body := r.summaries.Local(start.Common())
		if body == nil {
			continue
		}
		if f, ok := r.lateOption(start, body); ok && !flow.Any(fn, orders) {
			list = append(list, f)
		}
	}
	return list
}

// lateOption reports a call of a function value with the object on which a goroutine was started.
func (r *reporter) lateOption(start *ssa.Go, body *ssa.Function) (finding.Finding, bool) {
	fn := start.Parent()
	for instr := range flow.Instructions(fn) {
		call, ok := instr.(*ssa.Call)
		if !ok || call.Call.IsInvoke() || call.Call.StaticCallee() != nil || len(call.Call.Args) != 1 || !flow.MayFollow(start, call) || flow.MayFollow(call, start) {
			continue
		}
		object, ok := effects.PathOf(call.Call.Args[0])
		if _, made := object.Root.(*ssa.Alloc); !ok || !made || object.Fields != "" || !worksOn(start, object) {
			continue
		}
		for _, option := range r.summaries.Order {
			if option.Signature.Recv() != nil || !types.Identical(option.Signature, call.Call.Signature()) {
				continue
			}
			if set, used, ok := r.sharedWith(option, body); ok {
				f := r.form("publish-before-init", rules.Likely, call.Pos(), fmt.Sprintf("data race: %s calls this function when its goroutine is already at work on the object; a function of this kind writes %s, which %s uses at the same time; start the goroutine last",
					diagnosis.FunctionName(fn), set.Path.Last.Name(), diagnosis.FunctionName(used.Instr.Parent())))
				f.Relate(r.pass.Files, start.Pos(), "the goroutine is started here")
				f.Relate(r.pass.Files, set.Pos, "a function of this kind writes here")
				f.Relate(r.pass.Files, used.Pos, "the goroutine uses it here")
				return f, true
			}
		}
	}
	return finding.Finding{}, false
}

// worksOn reports whether a goroutine is given an object.
func worksOn(start *ssa.Go, object effects.Path) bool {
	given := slices.Clone(start.Call.Args)
	if closure, ok := start.Call.Value.(*ssa.MakeClosure); ok {
		given = append(given, closure.Bindings...)
	}
	return slices.ContainsFunc(given, func(v ssa.Value) bool {
		p, ok := effects.PathOf(v)
		return ok && p.Same(object)
	})
}

// orders reports whether an instruction may tell the goroutine when to go on: it sends, closes
// a channel, or uses a lock.
func orders(instr ssa.Instruction) bool {
	switch instr := instr.(type) {
	case *ssa.Send, *ssa.Select:
		return true
	case ssa.CallInstruction:
		op := syncmodel.OfCall(instr.Common())
		return syncmodel.ClosedBy(instr.Common()) != nil || op >= syncmodel.Lock && op <= syncmodel.NewCond
	}
	return false
}

// sharedWith returns a write of a field in a function that is given an object, and a use of the
// field in a goroutine or what it calls, under no lock that both take.
func (r *reporter) sharedWith(option, body *ssa.Function) (set, used effects.Access, ok bool) {
	inside := flow.NewGraph(nil).Closure([]*ssa.Function{body})
	for _, set := range r.summaries.Functions[option].Accesses {
		if !set.Write || set.Path.Parameter() != 0 {
			continue
		}
		for _, fn := range inside {
			f := r.summaries.Functions[fn]
			if f == nil {
				continue
			}
			for _, used := range f.Accesses {
				common := slices.ContainsFunc(used.Must, func(h effects.Held) bool {
					return slices.ContainsFunc(set.Must, func(g effects.Held) bool { return g.Path.Declaration() == h.Path.Declaration() })
				})
				if used.Path.Last == set.Path.Last && !common {
					return set, used, true
				}
			}
		}
	}
	return set, used, false
}
