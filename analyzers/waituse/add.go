package waituse

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/format"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/finding"
	"interleave/analyzers/internal/diagnosis"
	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
	"interleave/analyzers/rules"
)

// lateAdd reports Add in a goroutine for which the function around it waits with
// the same group: Wait may come first and find nothing to wait for. While the
// function itself has added to the group before, the counter cannot be zero yet,
// and the goroutine may add more.
func (r *reporter) lateAdd(s start) {
	fn := s.instr.Parent()
	if s.body == fn {
		r.lateOwnAdd(s)
		return
	}
	for _, add := range r.operations(s.body, 0, syncmodel.WaitGroupAdd) {
		group, ok := translate(add.on, s.args)
		if !ok || len(of(r.operations(fn, 0, syncmodel.WaitGroupAdd, syncmodel.WaitGroupGo), group)) > 0 || r.addsElsewhere(s, add) {
			continue
		}
		waits := of(r.operations(fn, 0, syncmodel.WaitGroupWait), group)
		if len(waits) == 0 || r.mayLearn(fn, group, 0) {
			continue
		}
		f := r.findings.Add(r.pass.Files, "add-inside-goroutine", rules.Certain, add.by.Pos(),
			fmt.Sprintf("missed wait: Add is called inside the goroutine, so %s may reach Wait before it and not wait at all; call Add before the go statement", fn.Name()))
		f.Relate(r.pass.Files, waits[0].by.Pos(), "this Wait may come before the Add")
		f.Fixes = r.addBefore(s, add.by)
	}
}

// lateOwnAdd reports a function that adds itself to a group, and starts itself anew: what it has
// added ends with it, and the goroutine may not have added yet when somebody waits.
func (r *reporter) lateOwnAdd(s start) {
	adds := r.operations(s.body, 0, syncmodel.WaitGroupAdd, syncmodel.WaitGroupGo)
	if len(adds) != 1 || !flow.Dominates(adds[0].by, s.instr) || flow.MayFollow(s.instr, adds[0].by) {
		return
	}
	add := adds[0]
	group, ok := translate(add.on, s.args)
	if !ok || !group.Same(add.on) || !r.countsOut(s.body, add) || r.mayLearn(s.body, group, 0) || r.countedByOthers(s.body, add) {
		return
	}
	for _, fn := range r.summaries.Order {
		waits := alike(r.operations(fn, 0, syncmodel.WaitGroupWait), add)
		if len(waits) == 0 {
			continue
		}
		f := r.findings.Add(r.pass.Files, "add-inside-goroutine", rules.Likely, add.by.Pos(),
			fmt.Sprintf("missed wait: %s calls Add when it runs already, so the Wait in %s may come before it and not wait for it; call Add before the go statement", diagnosis.FunctionName(s.body), diagnosis.FunctionName(fn)))
		f.Relate(r.pass.Files, s.instr.Pos(), "the goroutine is started here, and not counted yet")
		f.Relate(r.pass.Files, waits[0].by.Pos(), "this Wait may come before the Add")
		return
	}
}

// countedByOthers reports whether a function that adds is called, or started, by another one that has
// added to the group for it: what it adds itself is then for those that it starts.
func (r *reporter) countedByOthers(body *ssa.Function, add operation) bool {
	return slices.ContainsFunc(r.summaries.Order, func(fn *ssa.Function) bool {
		if fn == body {
			return false
		}
		adds := alike(r.operations(fn, 0, syncmodel.WaitGroupAdd), add)
		return slices.ContainsFunc(adds, func(before operation) bool {
			return flow.Any(fn, func(instr ssa.Instruction) bool {
				call, ok := instr.(ssa.CallInstruction)
				return ok && r.summaries.Local(call.Common()) == body && flow.MayFollow(before.at, instr)
			})
		})
	})
}

// addsElsewhere reports whether a group that is a field, or a package variable, is added to
// by other functions than the goroutine: what calls them is not known.
func (r *reporter) addsElsewhere(s start, add operation) bool {
	return outlives(add.on) && slices.ContainsFunc(r.summaries.Order, func(fn *ssa.Function) bool {
		return fn != s.body && fn != add.by.Parent() && len(alike(r.operations(fn, maxCalls, syncmodel.WaitGroupAdd, syncmodel.WaitGroupGo), add)) > 0
	})
}

// mayLearn reports whether a function receives from a channel, or waits for another
// group: the goroutine may have added before that.
func (r *reporter) mayLearn(fn *ssa.Function, group effects.Path, depth int) bool {
	others := slices.ContainsFunc(r.operations(fn, 0, syncmodel.WaitGroupWait), func(wait operation) bool { return !wait.on.Same(group) })
	return depth == 0 && others || flow.Any(fn, func(instr ssa.Instruction) bool {
		call, ok := instr.(*ssa.Call)
		if !ok || depth == maxCalls {
			return receives(instr)
		}
		callee := r.summaries.Local(call.Common())
		return callee != nil && r.mayLearn(callee, group, depth+1)
	})
}

// addBefore moves an Add with a constant, if it is the first statement of the
// goroutine, in front of the go statement.
func (r *reporter) addBefore(s start, add *ssa.Call) []analysis.SuggestedFix {
	for _, n := range finding.Enclosing(r.pass.Files, s.instr.Pos()) {
		stmt, ok := n.(*ast.GoStmt)
		if !ok {
			continue
		}
		lit, ok := stmt.Call.Fun.(*ast.FuncLit)
		if !ok || len(lit.Body.List) < 2 {
			return nil
		}
		first, next := lit.Body.List[0], lit.Body.List[1]
		call, ok := first.(*ast.ExprStmt)
		if !ok || first.Pos() > add.Pos() || add.Pos() >= first.End() || len(call.X.(*ast.CallExpr).Args) != 1 {
			return nil
		}
		if v := r.pass.TypesInfo.Types[call.X.(*ast.CallExpr).Args[0]]; v.Value == nil {
			return nil // it may depend on what only the goroutine knows
		}
		var text bytes.Buffer
		if err := format.Node(&text, r.pass.Fset, first); err != nil {
			return nil
		}
		indent := strings.Repeat("\t", r.pass.Fset.Position(stmt.Pos()).Column-1)
		return []analysis.SuggestedFix{{
			Message: "Move Add before the go statement",
			TextEdits: []analysis.TextEdit{
				{Pos: stmt.Pos(), End: stmt.Pos(), NewText: []byte(text.String() + "\n" + indent)},
				{Pos: first.Pos(), End: next.Pos()},
			},
		}}
	}
	return nil
}

// earlyWait reports a goroutine that waits for a group to which the function that
// started it adds only afterwards: it may find nothing to wait for.
func (r *reporter) earlyWait(s start) {
	fn := s.instr.Parent()
	for _, wait := range r.operations(s.body, 0, syncmodel.WaitGroupWait) {
		group, ok := translate(wait.on, s.args)
		if !ok || !r.comesFirst(wait.at) {
			continue
		}
		adds := of(r.operations(fn, 0, syncmodel.WaitGroupAdd, syncmodel.WaitGroupGo), group)
		before := slices.ContainsFunc(adds, func(add operation) bool { return flow.MayFollow(add.at, s.instr) })
		after := slices.IndexFunc(adds, func(add operation) bool { return flow.MayFollow(s.instr, add.at) })
		if before || after < 0 {
			continue
		}
		f := r.findings.Add(r.pass.Files, "add-after-wait", rules.Certain, wait.by.Pos(),
			fmt.Sprintf("missed wait: this goroutine may reach Wait before %s has called Add, and not wait at all; start it after the last Add", fn.Name()))
		f.Relate(r.pass.Files, adds[after].by.Pos(), "this Add may come after the Wait")
	}
}

// comesFirst reports whether nothing that may wait can be executed before an instruction.
func (r *reporter) comesFirst(instr ssa.Instruction) bool {
	for other := range flow.Instructions(instr.Parent()) {
		if _, deferred := other.(*ssa.Defer); !deferred && other != instr && flow.MayFollow(other, instr) && r.waits.May(other, true) {
			return false
		}
	}
	return true
}
