package tasks

import (
	"fmt"
	"slices"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
)

// panicDrivers puts a function that recovers from panics beside itself, where it calls code
// that is not known with a lock held which no deferred call releases: who recovers expects
// that code to panic, and after it the lock is never free again.
func panicDrivers(in *finder, summaries *effects.Result) []*Driver {
	var drivers []*Driver
	for _, fn := range summaries.Order {
		for _, h := range summaries.Functions[fn].Exposed {
			for _, e := range in.entrances(summaries, fn) {
				i := holder(e.Fn, h)
				if i < 0 || e.Starts || isProgram(e.Fn) || summaries.WantsLock(e.Fn) || !in.recoversAround(e.Fn, fn) {
					continue
				}
				drivers = add(drivers, &Driver{
					Calls: []*ssa.Function{e.Fn, e.Fn}, Same: [][]int{shareOne(e.Fn, i), shareOne(e.Fn, i)}, Make: constructor(in, e.Fn.Params[i].Type()),
					Why: fmt.Sprintf("%s has a lock, so %s is meant for several calls, and goes on when what it calls panics", typeName(e.Fn.Params[i].Type()), e.Fn.Name()),
				})
			}
		}
	}
	return drivers
}

// holder returns the parameter of a function that leads to a lock, or -1.
func holder(fn *ssa.Function, lock effects.Held) int {
	if lock.Path.Last == nil {
		return -1
	}
	return slices.IndexFunc(fn.Params, func(p *ssa.Parameter) bool { return effects.Holds(deref(p.Type()), lock.Path.Last, 3) })
}

// recoversAround reports whether from, or something that it calls on the way to fn, recovers
// from what panics in there. For handlers net/http does.
func (in *finder) recoversAround(from, fn *ssa.Function) bool {
	return syncmodel.IsHandler(from.Signature) || slices.ContainsFunc(in.graph.Closure([]*ssa.Function{from}), func(f *ssa.Function) bool {
		return flow.Any(f, defersRecover) && slices.Contains(in.graph.Closure([]*ssa.Function{f}), fn)
	})
}

// defersRecover reports whether an instruction defers a call of a function that recovers.
func defersRecover(instr ssa.Instruction) bool {
	d, ok := instr.(*ssa.Defer)
	if !ok {
		return false
	}
	callee := d.Call.StaticCallee()
	return callee != nil && flow.Recovers(callee)
}
