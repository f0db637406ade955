package chanuse

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/analysis"

	"interleave/analyzers/finding"
	"interleave/analyzers/internal/diagnosis"
	"interleave/analyzers/internal/edit"
	"interleave/analyzers/rules"
)

// stoppedTickers reports goroutines that range over the channel of a ticker, where another function
// stops the ticker: Stop does not close the channel, and so the goroutine waits for ever.
//
// Silent where the loop has another end, and where only main or a test stops the ticker: with them
// everything ends.
func stoppedTickers(pass *analysis.Pass) (list []finding.Finding) {
	stops := make(map[types.Object][]ast.Node) // by ticker, the functions that stop it
	started := make(map[any]bool)              // function literals, and declared functions
	type loop struct {
		stmt   *ast.RangeStmt
		within ast.Node
	}
	var loops []loop
	for _, file := range pass.Files {
		ast.PreorderStack(file, nil, func(n ast.Node, stack []ast.Node) bool {
			switch n := n.(type) {
			case *ast.GoStmt:
				started[startedBy(pass, n.Call.Fun)] = true
			case *ast.CallExpr:
				sel, ok := n.Fun.(*ast.SelectorExpr)
				if !ok {
					break
				}
				if fn, ok := pass.TypesInfo.Uses[sel.Sel].(*types.Func); ok && fn.FullName() == "(*sync.WaitGroup).Go" && len(n.Args) == 1 {
					started[startedBy(pass, n.Args[0])] = true
				}
				if sel.Sel.Name == "Stop" && isTicker(pass, sel.X) && !endsAll(pass, stack) {
					ticker := edit.Object(pass, sel.X)
					stops[ticker] = append(stops[ticker], functionAround(stack))
				}
			case *ast.RangeStmt:
				if sel, ok := n.X.(*ast.SelectorExpr); ok && sel.Sel.Name == "C" && isTicker(pass, sel.X) && !leaves(n.Body) {
					loops = append(loops, loop{n, functionAround(stack)})
				}
			}
			return true
		})
	}
	for _, l := range loops {
		ticker := l.stmt.X.(*ast.SelectorExpr).X
		var fn any = l.within
		if decl, ok := l.within.(*ast.FuncDecl); ok {
			fn = pass.TypesInfo.Defs[decl.Name]
		}
		if edit.Object(pass, ticker) == nil || !started[fn] {
			continue
		}
		for _, by := range stops[edit.Object(pass, ticker)] {
			if by != l.within {
				list = append(list, finding.New(pass.Files, "range-never-closed", rules.Likely, l.stmt.For,
					"goroutine leak: to stop "+types.ExprString(ticker)+" does not close its channel: this loop waits for ever then, and its goroutine never ends; tell it to leave by a channel or context of its own"))
				break
			}
		}
	}
	return list
}

// startedBy returns the literal or declared function that an expression of a function names.
func startedBy(pass *analysis.Pass, e ast.Expr) any {
	if lit, ok := e.(*ast.FuncLit); ok {
		return lit
	}
	return edit.Object(pass, e)
}

func isTicker(pass *analysis.Pass, e ast.Expr) bool {
	t := pass.TypesInfo.TypeOf(e)
	return t != nil && t.String() == "*time.Ticker"
}

// functionAround returns the innermost function among the nodes around something, or nil.
func functionAround(stack []ast.Node) ast.Node {
	for i := len(stack) - 1; i >= 0; i-- {
		switch stack[i].(type) {
		case *ast.FuncLit, *ast.FuncDecl:
			return stack[i]
		}
	}
	return nil
}

// endsAll reports whether something stands in main or in a test.
func endsAll(pass *analysis.Pass, stack []ast.Node) bool {
	for _, n := range stack {
		if decl, ok := n.(*ast.FuncDecl); ok {
			return decl.Name.Name == "main" || diagnosis.InTest(pass, decl.Pos())
		}
	}
	return false
}
