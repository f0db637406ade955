package chanuse

import (
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/finding"
	"interleave/analyzers/internal/diagnosis"
	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
	"interleave/analyzers/rules"
)

// endedBySelect reports a goroutine that comes to a select without a case: it has nothing more to do, and never
// ends. One that has a thread of the operating system to itself may keep it so.
func endedBySelect(pass *analysis.Pass, summaries *effects.Result, found []finding.Finding) (list []finding.Finding) {
	for _, fn := range summaries.Order {
		if !summaries.Functions[fn].Task || len(summaries.Functions[fn].Callers) > 0 || diagnosis.InTest(pass, fn.Pos()) || flow.Any(fn, locksThread) {
			continue
		}
		for instr := range flow.Instructions(fn) {
			s, ok := instr.(*ssa.Select)
			if !ok || len(s.States) > 0 || !s.Blocking {
				continue
			}
			f := finding.New(pass.Files, "empty-select", rules.Likely, s.Pos(), "goroutine leak: this select has no case, so "+diagnosis.FunctionName(fn)+", which runs in a goroutine of its own, never ends; to return ends it")
			if !stands(found, f) {
				list = append(list, f)
			}
		}
	}
	return list
}

func locksThread(instr ssa.Instruction) bool {
	call, ok := instr.(*ssa.Call)
	if !ok {
		return false
	}
	fn := syncmodel.Callee(call.Common())
	return fn != nil && fn.FullName() == "runtime.LockOSThread"
}
