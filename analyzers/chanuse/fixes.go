package chanuse

import (
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/analysis"

	"interleave/analyzers/finding"
	"interleave/analyzers/internal/edit"
)

// closeBeside lets a goroutine of their own do a Wait at a position and the close that follows it, where the same list of statements then
// ranges over the channel.
func closeBeside(pass *analysis.Pass, pos token.Pos) []analysis.SuggestedFix {
	body := edit.Body(pass, pos)
	if body == nil {
		return nil
	}
	for _, list := range edit.Lists(edit.Own(body)) {
		for i, stmt := range list {
			if stmt.Pos() > pos || pos >= stmt.End() || i+2 >= len(list) {
				continue
			}
			wait, ok := stmt.(*ast.ExprStmt)
			if !ok {
				continue
			}
			_, method, ok := edit.Method(wait.X)
			closed := closes(pass, list[i+1])
			if !ok || method.Name != "Wait" || closed == "" {
				return nil
			}
			for _, later := range list[i+2:] {
				loop, ok := later.(*ast.RangeStmt)
				if !ok || edit.Text(pass, loop.X) != closed {
					continue
				}
				e, ok := edit.Replace(pass, stmt, list[i+1], "go func() {", "\t"+edit.Text(pass, stmt), "\t"+edit.Text(pass, list[i+1]), "}()")
				if !ok {
					return nil
				}
				return []analysis.SuggestedFix{{Message: "Wait and close in a goroutine", TextEdits: []analysis.TextEdit{e}}}
			}
			return nil
		}
	}
	return nil
}

// closes returns the channel that a statement closes, as it is written, or "".
func closes(pass *analysis.Pass, stmt ast.Stmt) string {
	e, ok := stmt.(*ast.ExprStmt)
	if !ok {
		return ""
	}
	call, ok := e.X.(*ast.CallExpr)
	if !ok || len(call.Args) != 1 || !pass.TypesInfo.Types[call.Fun].IsBuiltin() || edit.Text(pass, call.Fun) != "close" {
		return ""
	}
	return edit.Text(pass, call.Args[0])
}

// waitInstead takes away a default that does nothing: the select waits then.
func waitInstead(pass *analysis.Pass, sel *ast.SelectStmt, clause *ast.CommClause) []analysis.SuggestedFix {
	if len(clause.Body) > 0 || len(sel.Body.List) < 2 {
		return nil
	}
	for i, c := range sel.Body.List {
		if c != clause {
			continue
		}
		if removal, ok := edit.Remove(pass, sel.Body.List, i); ok {
			return []analysis.SuggestedFix{{Message: "Wait until a channel is ready", TextEdits: []analysis.TextEdit{removal}}}
		}
	}
	return nil
}

// roomForOne gives the channel that is made at a position room for the one value that a goroutine, started once, sends to it: the send is over
// then, whether anybody receives or not.
func roomForOne(pass *analysis.Pass, made, send token.Pos) []analysis.SuggestedFix {
	path := finding.Enclosing(pass.Files, send)
	var channel string
	literals := 0
	for _, n := range path {
		switch n := n.(type) {
		case *ast.SendStmt:
			channel = edit.Text(pass, n.Chan)
		case *ast.FuncLit:
			literals++
		case *ast.ForStmt, *ast.RangeStmt:
			return nil
		case *ast.FuncDecl:
			if channel == "" || literals != 1 || sendsTo(pass, n.Body, channel) != 1 || made < n.Body.Pos() || made >= n.Body.End() {
				return nil
			}
		}
	}
	for _, n := range finding.Enclosing(pass.Files, made) {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			continue
		}
		if !pass.TypesInfo.Types[call.Fun].IsBuiltin() || len(call.Args) != 1 || channel == "" {
			return nil
		}
		return []analysis.SuggestedFix{{
			Message:   "Make room for one value",
			TextEdits: []analysis.TextEdit{{Pos: call.Rparen, End: call.Rparen, NewText: []byte(", 1")}},
		}}
	}
	return nil
}

// sendsTo counts the sends to a channel, by its name.
func sendsTo(pass *analysis.Pass, body *ast.BlockStmt, channel string) (n int) {
	ast.Inspect(body, func(node ast.Node) bool {
		if send, ok := node.(*ast.SendStmt); ok && edit.Text(pass, send.Chan) == channel {
			n++
		}
		return true
	})
	return n
}
