package waituse

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"

	"interleave/analyzers/finding"
	"interleave/analyzers/internal/edit"
)

// deferDone puts a deferred Done at the beginning of the goroutine around a position, and takes away those that it calls at its end
// or directly before a return. It refuses where one is called in another place: what comes after it is not to be waited for.
func deferDone(pass *analysis.Pass, pos token.Pos) []analysis.SuggestedFix {
	body := edit.Body(pass, pos)
	if body == nil {
		return nil
	}
	group := ""
	var edits []analysis.TextEdit
	for _, list := range edit.Lists(edit.Own(body)) {
		for i, stmt := range list {
			on, ok := doneOn(pass, stmt)
			if !ok {
				continue
			}
			if group != "" && group != edit.Text(pass, on) {
				return nil
			}
			group = edit.Text(pass, on)
			ends := i+1 == len(list) && slices.Equal(list, body.List)
			if i+1 < len(list) {
				_, ends = list[i+1].(*ast.ReturnStmt)
			}
			removal, ok := edit.Remove(pass, list, i)
			if _, deferred := stmt.(*ast.DeferStmt); deferred || !ok || !ends {
				return nil
			}
			edits = append(edits, removal)
		}
	}
	if group == "" || !isKnownAt(pass, body, group) {
		return nil
	}
	edits = append(edits, edit.Before(pass, body.List[0], "defer "+group+".Done()"))
	return []analysis.SuggestedFix{{Message: "Defer Done", TextEdits: edits}}
}

// isKnownAt reports whether an expression means at the beginning of a body what it means in it: what it begins with is declared outside.
func isKnownAt(pass *analysis.Pass, body *ast.BlockStmt, text string) bool {
	known := true
	ast.Inspect(body, func(n ast.Node) bool {
		e, ok := n.(ast.Expr)
		if !ok || edit.Text(pass, e) != text {
			return true
		}
		ast.Inspect(e, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				if obj, ok := pass.TypesInfo.Uses[id].(*types.Var); ok && !obj.IsField() {
					known = known && (obj.Pos() < body.Pos() || obj.Pos() >= body.End())
				}
			}
			return true
		})
		return false
	})
	return known
}

// doneOn returns the group on which a statement calls Done, or defers it.
func doneOn(pass *analysis.Pass, stmt ast.Stmt) (on ast.Expr, ok bool) {
	var e ast.Expr
	switch stmt := stmt.(type) {
	case *ast.ExprStmt:
		e = stmt.X
	case *ast.DeferStmt:
		e = stmt.Call
	}
	on, method, ok := edit.Method(e)
	if !ok || method.Name != "Done" {
		return nil, false
	}
	fn, ok := pass.TypesInfo.Uses[method].(*types.Func)
	return on, ok && fn.FullName() == "(*sync.WaitGroup).Done"
}

// doneInGo returns the statements of the function literal around a position that Go of a WaitGroup runs, and the index of
// the one among them that calls Done on that group, or defers it; nil if there is none.
func doneInGo(pass *analysis.Pass, pos token.Pos) (list []ast.Stmt, at int) {
	path := finding.Enclosing(pass.Files, pos)
	for i, n := range path {
		lit, ok := n.(*ast.FuncLit)
		if !ok || i+1 == len(path) {
			continue
		}
		call, ok := path[i+1].(*ast.CallExpr)
		if !ok || len(call.Args) != 1 {
			return nil, 0
		}
		start, ok := call.Fun.(*ast.SelectorExpr)
		if !ok || start.Sel.Name != "Go" {
			return nil, 0
		}
		at = slices.IndexFunc(lit.Body.List, func(stmt ast.Stmt) bool {
			on, ok := doneOn(pass, stmt)
			return ok && edit.Text(pass, on) == edit.Text(pass, start.X)
		})
		if at < 0 {
			return nil, 0
		}
		return lit.Body.List, at
	}
	return nil, 0
}

// withoutDone takes such a statement away.
func withoutDone(pass *analysis.Pass, list []ast.Stmt, at int) []analysis.SuggestedFix {
	removal, ok := edit.Remove(pass, list, at)
	if !ok {
		return nil
	}
	return []analysis.SuggestedFix{{Message: "Leave Done to Go", TextEdits: []analysis.TextEdit{removal}}}
}
