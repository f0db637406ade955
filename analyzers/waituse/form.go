package waituse

import (
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/finding"
	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/explore"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
)

// A reporter finds what functions show without a search, in one package.
type reporter struct {
	pass      *analysis.Pass
	summaries *effects.Result
	waits     *effects.Waits
	calls     map[reached][]operation // what operationsOf has answered
	findings  finding.List
	// story holds the groups, by their declarations, of which the search tells; skips, for these,
	// the ways past Done that it may tell of.
	story map[any]bool
	skips map[any]*skip
}

// byForm reports what single functions, and those that they call, show. Of the groups of which
// the search tells it returns the ways past Done.
func byForm(pass *analysis.Pass, outcomes []*explore.Outcome) ([]finding.Finding, map[any]*skip) {
	summaries := pass.ResultOf[effects.Analyzer].(*effects.Result)
	r := &reporter{
		pass: pass, summaries: summaries, waits: effects.NewWaits(summaries),
		calls: make(map[reached][]operation), story: make(map[any]bool), skips: make(map[any]*skip),
	}
	for _, o := range outcomes {
		if group := groupOf(o); group != nil {
			r.story[group] = true
		}
	}
	for _, fn := range r.summaries.Order {
		r.groups(fn)
		r.keptGroups(fn)
		r.handlers(fn)
		if effects.IsMain(fn) {
			r.closedLast(fn)
		}
		for instr := range flow.Instructions(fn) {
			if start, ok := instr.(*ssa.Go); ok {
				r.printsApart(start)
			}
			if call, ok := instr.(*ssa.Call); ok {
				r.doneTwice(call)
			}
			s, ok := r.startOf(instr)
			if !ok {
				continue
			}
			r.skippedDone(s)
			r.lateAdd(s)
			r.lateAddApart(s)
			r.earlyWait(s)
			r.oneByOne(s)
			r.lockstep(s)
			r.leftBehind(s)
			r.unawaitedResult(s)
			r.shutDownUnheard(s)
			r.lostError(s)
			r.fatal(s)
		}
	}
	return r.findings, r.skips
}

// A start is an instruction that starts a goroutine: go, or Go of a group.
type start struct {
	instr ssa.Instruction
	args  []ssa.Value   // of a go statement: what body is called with
	body  *ssa.Function // what the goroutine runs
}

// receiverOf returns what a method value, of which it is known which method it is, is called with.
func receiverOf(v ssa.Value, method *ssa.Function) []ssa.Value {
	if closure, ok := v.(*ssa.MakeClosure); ok && closure.Fn != method {
		return closure.Bindings
	}
	return nil
}

// startOf returns the start that an instruction is, if what runs is a function of the
// package.
func (r *reporter) startOf(instr ssa.Instruction) (start, bool) {
	switch instr := instr.(type) {
	case *ssa.Go:
		fn := r.summaries.Local(instr.Common())
		return start{instr, instr.Call.Args, fn}, fn != nil
	case *ssa.Call:
		switch syncmodel.OfCall(instr.Common()) {
		case syncmodel.WaitGroupGo, syncmodel.GroupGo, syncmodel.GroupTryGo:
			if fn := effects.FunctionOf(instr.Call.Args[1]); fn != nil {
				return start{instr, receiverOf(instr.Call.Args[1], fn), fn}, r.summaries.Functions[fn] != nil
			}
		}
	}
	return start{}, false
}
