package chanuse

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"

	"interleave/analyzers/finding"
	"interleave/analyzers/rules"
)

// byForm reports what a loop or select shows by itself.
func byForm(pass *analysis.Pass) (list []finding.Finding) {
	report := func(rule rules.Name, confidence rules.Confidence, n ast.Node, message string) *finding.Finding {
		if confidence == rules.Likely {
			message = "likely " + message
		}
		f := finding.Finding{Rule: rule, Confidence: confidence, Message: message}
		f.Pos, f.End = finding.Span(pass.Files, n.Pos())
		list = append(list, f)
		return &list[len(list)-1]
	}
	for _, file := range pass.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.ForStmt:
				loop(pass, n, report)
			case *ast.RangeStmt:
				fanout(pass, n, report)
			}
			return true
		})
	}
	return list
}

type reporter func(rule rules.Name, confidence rules.Confidence, n ast.Node, message string) *finding.Finding

// loop looks at the selects that stand directly in the body of a loop.
func loop(pass *analysis.Pass, n *ast.ForStmt, report reporter) {
	body, endless, counted := n.Body, n.Cond == nil, n.Post != nil
	for _, stmt := range body.List {
		sel, ok := stmt.(*ast.SelectStmt)
		if !ok {
			continue
		}
		for _, c := range sel.Body.List {
			clause := c.(*ast.CommClause)
			switch {
			case clause.Comm == nil && len(body.List) == 1 && !counted && idle(clause.Body):
				f := report("busy-select", rules.Likely, clause, "busy loop: this default lets the loop spin while no channel is ready, at the full speed of a processor; without it select waits")
				start, end := finding.Span(pass.Files, sel.Pos())
				f.Related = append(f.Related, finding.Related{Pos: start, End: end, Message: "the select would wait here"})
			case clause.Comm != nil && endless && breaksOnly(clause.Body) && !leaves(body):
				last := clause.Body[len(clause.Body)-1]
				f := report("select-break", rules.Certain, last, "this break leaves the select, not the loop around it: the loop never ends")
				start, end := finding.Span(pass.Files, n.Pos())
				f.Related = append(f.Related, finding.Related{Pos: start, End: end, Message: "the loop that goes on is here"})
			case clause.Comm != nil && len(sel.Body.List) > 1 && callsAfter(pass, clause.Comm):
				report("timer-in-loop", rules.Hint, clause.Comm, "time.After starts a new timer in every turn of the loop: the wait begins anew each time")
			}
		}
	}
}

// idle reports whether statements do nothing that takes time or gives way.
func idle(list []ast.Stmt) bool {
	for _, stmt := range list {
		switch stmt := stmt.(type) {
		case *ast.EmptyStmt:
		case *ast.BranchStmt:
			if stmt.Tok != token.CONTINUE {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// breaksOnly reports whether a case ends in a break without a label.
func breaksOnly(list []ast.Stmt) bool {
	if len(list) == 0 {
		return false
	}
	b, ok := list[len(list)-1].(*ast.BranchStmt)
	return ok && b.Tok == token.BREAK && b.Label == nil
}

// leaves reports whether something in a loop's body ends the loop or the function.
func leaves(body *ast.BlockStmt) bool {
	found := false
	depth := 0 // of statements that a plain break would leave instead
	var visit func(n ast.Node) bool
	visit = func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt:
			found = true
		case *ast.BranchStmt:
			found = found || n.Tok == token.GOTO || n.Tok == token.BREAK && (n.Label != nil || depth == 0)
		case *ast.ForStmt, *ast.RangeStmt, *ast.SwitchStmt, *ast.TypeSwitchStmt, *ast.SelectStmt:
			depth++
			for _, inner := range children(n) {
				ast.Inspect(inner, visit)
			}
			depth--
			return false
		case *ast.CallExpr:
			switch fn := n.Fun.(type) {
			case *ast.Ident:
				found = found || fn.Name == "panic"
			case *ast.SelectorExpr:
				switch fn.Sel.Name {
				case "Exit", "Fatal", "Fatalf", "Fatalln", "Goexit", "FailNow", "Skip", "SkipNow", "Skipf":
					found = true
				}
			}
		}
		return !found
	}
	for _, stmt := range body.List {
		ast.Inspect(stmt, visit)
	}
	return found
}

// children lists the statements inside a statement.
func children(n ast.Node) (list []ast.Node) {
	ast.Inspect(n, func(c ast.Node) bool {
		if c == n || c == nil {
			return true
		}
		list = append(list, c)
		return false
	})
	return list
}

// callsAfter reports whether a case receives from time.After.
func callsAfter(pass *analysis.Pass, comm ast.Stmt) bool {
	found := false
	ast.Inspect(comm, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			if sel, ok := call.Fun.(*ast.SelectorExpr); ok {
				obj, ok := pass.TypesInfo.Uses[sel.Sel].(*types.Func)
				found = found || ok && obj.FullName() == "time.After"
			}
		}
		return !found
	})
	return found
}

// fanout notes a goroutine for each element of a collection whose size is not
// bounded by anything in sight.
func fanout(pass *analysis.Pass, loop *ast.RangeStmt, report reporter) {
	switch t := pass.TypesInfo.TypeOf(loop.X).(type) {
	case nil:
		return
	default:
		switch t.Underlying().(type) {
		case *types.Slice, *types.Map, *types.Chan:
		default:
			return
		}
	}
	if _, literal := loop.X.(*ast.CompositeLit); literal {
		return
	}
	for _, stmt := range loop.Body.List {
		switch stmt := stmt.(type) {
		case *ast.SendStmt:
			return // a semaphore is taken
		case *ast.GoStmt:
			report("unbounded-fanout", rules.Hint, stmt, "a goroutine for each element: with many elements, as many run at once; a semaphore, a worker pool or errgroup's SetLimit bounds them")
			return
		}
	}
}
