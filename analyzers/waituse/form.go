package waituse

import (
	"fmt"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/buildssa"
	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/finding"
	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/syncmodel"
	"interleave/analyzers/rules"
)

// lateAdds reports Add in a goroutine for which the function around it waits with
// the same group: Wait may come first and find nothing to wait for. While the
// function itself has added to the group before, the counter cannot be zero yet,
// and the goroutine may add more.
func lateAdds(pass *analysis.Pass) (list []finding.Finding) {
	for _, fn := range pass.ResultOf[buildssa.Analyzer].(*buildssa.SSA).SrcFuncs {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				start, ok := instr.(*ssa.Go)
				if !ok {
					continue
				}
				closure, ok := start.Call.Value.(*ssa.MakeClosure)
				if !ok {
					continue
				}
				for _, add := range calls(closure.Fn.(*ssa.Function), syncmodel.WaitGroupAdd) {
					group, ok := effects.PathOf(add.Call.Args[0])
					if !ok || on(calls(fn, syncmodel.WaitGroupAdd), group) != nil {
						continue
					}
					wait := on(calls(fn, syncmodel.WaitGroupWait), group)
					if wait == nil || receives(fn) {
						continue
					}
					f := finding.Finding{Rule: "add-inside-goroutine", Confidence: rules.Certain,
						Message: fmt.Sprintf("missed wait: Add is called inside the goroutine, so %s may reach Wait before it and not wait at all; call Add before the go statement", fn.Name())}
					f.Pos, f.End = finding.Span(pass.Files, add.Pos())
					begin, end := finding.Span(pass.Files, wait.Pos())
					f.Related = []finding.Related{{Pos: begin, End: end, Message: "this Wait may come before the Add"}}
					list = append(list, f)
				}
			}
		}
	}
	return list
}

// receives reports whether a function itself receives from a channel: that may
// order the Add before the Wait.
func receives(fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			switch instr := instr.(type) {
			case *ssa.UnOp:
				if instr.Op == token.ARROW {
					return true
				}
			case *ssa.Select:
				return true
			}
		}
	}
	return false
}

// calls lists the calls of one operation in a function.
func calls(fn *ssa.Function, op syncmodel.Op) (list []*ssa.Call) {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			call, ok := instr.(*ssa.Call)
			if !ok || call.Call.StaticCallee() == nil || len(call.Call.Args) == 0 {
				continue
			}
			if obj, _ := call.Call.StaticCallee().Object().(*types.Func); syncmodel.Of(obj) == op {
				list = append(list, call)
			}
		}
	}
	return list
}

// on returns the first of some calls that is on a group, or nil.
func on(list []*ssa.Call, group effects.Path) *ssa.Call {
	for _, call := range list {
		if p, ok := effects.PathOf(call.Call.Args[0]); ok && p.Same(group) {
			return call
		}
	}
	return nil
}
