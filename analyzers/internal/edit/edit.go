// Package edit makes the text edits of fixes. What they leave is in gofmt's form where the
// source was. A fix is safe to offer only if nothing is lost by it, so whatever would take
// a comment away is refused.
package edit

import (
	"bytes"
	"go/ast"
	"go/format"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"interleave/analyzers/finding"
)

// Text returns the source of a node, or "" for one that cannot be printed.
func Text(pass *analysis.Pass, node ast.Node) string {
	var b bytes.Buffer
	if err := format.Node(&b, pass.Fset, node); err != nil {
		return ""
	}
	return b.String()
}

// Body returns the body of the innermost function around a position, or nil.
func Body(pass *analysis.Pass, pos token.Pos) *ast.BlockStmt {
	for _, n := range finding.Enclosing(pass.Files, pos) {
		switch n := n.(type) {
		case *ast.FuncDecl:
			return n.Body
		case *ast.FuncLit:
			return n.Body
		}
	}
	return nil
}

// Own lists the nodes of a body without those of the function literals in it.
func Own(body *ast.BlockStmt) (list []ast.Node) {
	ast.Inspect(body, func(n ast.Node) bool {
		if _, literal := n.(*ast.FuncLit); literal || n == nil {
			return false
		}
		list = append(list, n)
		return true
	})
	return list
}

// Lists returns the lists of statements among nodes.
func Lists(nodes []ast.Node) (lists [][]ast.Stmt) {
	for _, n := range nodes {
		switch n := n.(type) {
		case *ast.BlockStmt:
			lists = append(lists, n.List)
		case *ast.CaseClause:
			lists = append(lists, n.Body)
		case *ast.CommClause:
			lists = append(lists, n.Body)
		}
	}
	return lists
}

// Method takes a call apart that is made on something without arguments: mu.Lock(). ok says that it is one.
func Method(e ast.Expr) (on ast.Expr, name *ast.Ident, ok bool) {
	call, ok := e.(*ast.CallExpr)
	if !ok || len(call.Args) > 0 {
		return nil, nil, false
	}
	sel, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return nil, nil, false
	}
	return sel.X, sel.Sel, true
}

// Object returns the variable or field that an expression names, or nil.
func Object(pass *analysis.Pass, e ast.Expr) types.Object {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		return pass.TypesInfo.ObjectOf(e)
	case *ast.SelectorExpr:
		return pass.TypesInfo.ObjectOf(e.Sel)
	}
	return nil
}

// Rename gives a name another text.
func Rename(id *ast.Ident, name string) analysis.TextEdit {
	return analysis.TextEdit{Pos: id.Pos(), End: id.End(), NewText: []byte(name)}
}

// Before puts lines before a statement.
func Before(pass *analysis.Pass, stmt ast.Stmt, lines ...string) analysis.TextEdit {
	indent := indentation(pass, stmt)
	return analysis.TextEdit{Pos: stmt.Pos(), End: stmt.Pos(), NewText: []byte(strings.Join(lines, "\n"+indent) + "\n" + indent)}
}

// After puts lines after a statement, and after the comment at the end of its line.
func After(pass *analysis.Pass, stmt ast.Stmt, lines ...string) analysis.TextEdit {
	indent, at := indentation(pass, stmt), stmt.End()
	for _, c := range commentsOn(pass, stmt.End()) {
		at = max(at, c.End())
	}
	return analysis.TextEdit{Pos: at, End: at, NewText: []byte("\n" + indent + strings.Join(lines, "\n"+indent))}
}

// Replace puts lines in the place of the statements from first to last; ok is false if a comment would go with them.
func Replace(pass *analysis.Pass, first, last ast.Stmt, lines ...string) (e analysis.TextEdit, ok bool) {
	if commented(pass, first.Pos(), last.End()) {
		return e, false
	}
	return analysis.TextEdit{Pos: first.Pos(), End: last.End(), NewText: []byte(strings.Join(lines, "\n"+indentation(pass, first)))}, true
}

// Remove takes a statement out of its list; ok is false if a comment would go with it, or nothing would be left.
func Remove(pass *analysis.Pass, list []ast.Stmt, i int) (e analysis.TextEdit, ok bool) {
	stmt := list[i]
	if len(commentsOn(pass, stmt.End())) > 0 || len(list) == 1 {
		return e, false
	}
	e = analysis.TextEdit{Pos: stmt.Pos()}
	if i > 0 {
		e.Pos, e.End = list[i-1].End(), stmt.End()
	} else {
		e.End = list[1].Pos()
	}
	return e, !commented(pass, e.Pos, e.End)
}

// indentation returns what stands before a statement on its line, in gofmt's form.
func indentation(pass *analysis.Pass, stmt ast.Stmt) string {
	return strings.Repeat("\t", pass.Fset.PositionFor(stmt.Pos(), false).Column-1)
}

// commentsOn lists the comments on the line of a position that come after it.
func commentsOn(pass *analysis.Pass, pos token.Pos) (list []*ast.Comment) {
	line := func(pos token.Pos) int { return pass.Fset.PositionFor(pos, false).Line }
	for _, c := range comments(pass, pos) {
		if c.Pos() >= pos && line(c.Pos()) == line(pos) {
			list = append(list, c)
		}
	}
	return list
}

// commented reports whether a comment lies between two positions of a file.
func commented(pass *analysis.Pass, from, to token.Pos) bool {
	return slices.ContainsFunc(comments(pass, from), func(c *ast.Comment) bool { return from <= c.Pos() && c.Pos() < to })
}

// comments lists those of the file of a position.
func comments(pass *analysis.Pass, pos token.Pos) (list []*ast.Comment) {
	for _, f := range pass.Files {
		if f.FileStart <= pos && pos < f.FileEnd {
			for _, group := range f.Comments {
				list = append(list, group.List...)
			}
		}
	}
	return list
}
