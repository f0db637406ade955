package waituse

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/format"
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/buildssa"
	"golang.org/x/tools/go/ast/astutil"
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
					if wait == nil || receives(fn) || waitsForOthers(fn, group) {
						continue
					}
					f := finding.New(pass.Files, "add-inside-goroutine", rules.Certain, add.Pos(),
						fmt.Sprintf("missed wait: Add is called inside the goroutine, so %s may reach Wait before it and not wait at all; call Add before the go statement", fn.Name()))
					f.Relate(pass.Files, wait.Pos(), "this Wait may come before the Add")
					f.Fixes = addBefore(pass, start, add)
					list = append(list, f)
				}
			}
		}
	}
	return list
}

// addBefore moves an Add with a constant, if it is the first statement of the
// goroutine, in front of the go statement.
func addBefore(pass *analysis.Pass, start *ssa.Go, add *ssa.Call) []analysis.SuggestedFix {
	for _, file := range pass.Files {
		if file.FileStart > start.Pos() || start.Pos() >= file.FileEnd {
			continue
		}
		path, _ := astutil.PathEnclosingInterval(file, start.Pos(), start.Pos()+1)
		for _, n := range path {
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
			if v := pass.TypesInfo.Types[call.X.(*ast.CallExpr).Args[0]]; v.Value == nil {
				return nil // it may depend on what only the goroutine knows
			}
			var text bytes.Buffer
			if err := format.Node(&text, pass.Fset, first); err != nil {
				return nil
			}
			indent := strings.Repeat("\t", pass.Fset.Position(stmt.Pos()).Column-1)
			return []analysis.SuggestedFix{{
				Message: "Move Add before the go statement",
				TextEdits: []analysis.TextEdit{
					{Pos: stmt.Pos(), End: stmt.Pos(), NewText: []byte(text.String() + "\n" + indent)},
					{Pos: first.Pos(), End: next.Pos()},
				},
			}}
		}
	}
	return nil
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

// waitsForOthers reports whether a function also waits with another group, to which
// the goroutine may report after its Add.
func waitsForOthers(fn *ssa.Function, group effects.Path) bool {
	return slices.ContainsFunc(calls(fn, syncmodel.WaitGroupWait), func(wait *ssa.Call) bool {
		p, ok := effects.PathOf(wait.Call.Args[0])
		return !ok || !p.Same(group)
	})
}

// calls lists the calls of one operation in a function.
func calls(fn *ssa.Function, op syncmodel.Op) (list []*ssa.Call) {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			if call, ok := instr.(*ssa.Call); ok && syncmodel.OfCall(call.Common()) == op {
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
