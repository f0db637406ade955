package chanuse

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/typeutil"

	"interleave/analyzers/rules"
)

// fanout notes a goroutine for each element of a collection whose size is not
// bounded by anything in sight.
func fanout(pass *analysis.Pass, loop *ast.RangeStmt, report reporter) {
	t := pass.TypesInfo.TypeOf(loop.X)
	if t == nil {
		return
	}
	switch t.Underlying().(type) {
	case *types.Slice, *types.Map, *types.Chan:
	default:
		return
	}
	for i, stmt := range loop.Body.List {
		_, starts := stmt.(*ast.GoStmt)
		switch {
		case takesPlace(pass, stmt, 0):
			return
		case starts, callsNamed(pass, stmt, "(*sync.WaitGroup).Go"):
			if isLiteral(pass, loop.X, 0) || slices.ContainsFunc(loop.Body.List[i+1:], receivesAtOnce) {
				return // a few, or one at a time
			}
			report("unbounded-fanout", rules.Hint, stmt, "a goroutine for each element: with many elements, as many run at once; a semaphore, a worker pool or errgroup's SetLimit bounds them")
			return
		}
	}
}

// isLiteral reports whether a collection has the elements that stand in the source: it is a literal, a variable with one, or a
// parameter for which all callers in sight give one.
func isLiteral(pass *analysis.Pass, e ast.Expr, depth int) bool {
	switch e := ast.Unparen(e).(type) {
	case *ast.CompositeLit:
		return true
	case *ast.Ident:
		variable, ok := pass.TypesInfo.Uses[e].(*types.Var)
		if !ok || depth > 2 {
			return false
		}
		values, known := valuesOf(pass, variable)
		return known && len(values) > 0 && !slices.ContainsFunc(values, func(v ast.Expr) bool { return !isLiteral(pass, v, depth+1) })
	}
	return false
}

// valuesOf lists what a variable of a function is given: in its declaration and assignments, or by the calls of the
// function whose parameter it is. It is not known of what others can call or change.
func valuesOf(pass *analysis.Pass, variable *types.Var) (values []ast.Expr, known bool) {
	known = variable.Parent() != pass.Pkg.Scope()
	for _, file := range pass.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.AssignStmt:
				for i, left := range n.Lhs {
					if id, ok := left.(*ast.Ident); ok && pass.TypesInfo.ObjectOf(id) == variable {
						if len(n.Lhs) != len(n.Rhs) {
							known = false
							continue
						}
						values = append(values, n.Rhs[i])
					}
				}
			case *ast.ValueSpec:
				for i, id := range n.Names {
					if pass.TypesInfo.Defs[id] == variable && i < len(n.Values) {
						values = append(values, n.Values[i])
					}
				}
			case *ast.FuncDecl:
				fn, _ := pass.TypesInfo.Defs[n.Name].(*types.Func)
				if fn == nil {
					return true
				}
				for i := range fn.Signature().Params().Len() {
					if fn.Signature().Params().At(i) == variable {
						given, all := argumentsOf(pass, fn, i)
						values, known = append(values, given...), known && all
					}
				}
			}
			return true
		})
	}
	return values, known
}

// argumentsOf lists what the package gives a function for a parameter; all is false if others may call it too.
func argumentsOf(pass *analysis.Pass, fn *types.Func, index int) (list []ast.Expr, all bool) {
	all = pass.Pkg.Name() == "main" || !fn.Exported()
	variadic := fn.Signature().Variadic() && index == fn.Signature().Params().Len()-1
	calls := 0
	for _, file := range pass.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok && typeutil.Callee(pass.TypesInfo, call) == fn {
				calls++
				switch {
				case variadic && !call.Ellipsis.IsValid():
					list = append(list, &ast.CompositeLit{})
				case index < len(call.Args):
					list = append(list, call.Args[index])
				}
			}
			return true
		})
	}
	uses := 0
	for _, obj := range pass.TypesInfo.Uses {
		if obj == fn {
			uses++
		}
	}
	return list, all && uses == calls
}

// takesPlace reports whether a statement may wait for a place among those that work: it sends
// to a channel, receives from one, or acquires a semaphore, itself or in a function of the package that does little more.
func takesPlace(pass *analysis.Pass, stmt ast.Stmt, depth int) bool {
	switch stmt := stmt.(type) {
	case *ast.SendStmt:
		return true
	case *ast.ExprStmt:
		if receivesAtOnce(stmt) {
			return true
		}
		if call, ok := stmt.X.(*ast.CallExpr); ok && depth < 2 {
			if body := bodyOf(pass, typeutil.Callee(pass.TypesInfo, call)); body != nil && len(body.List) < 4 {
				return slices.ContainsFunc(body.List, func(s ast.Stmt) bool { return takesPlace(pass, s, depth+1) })
			}
		}
	}
	return callsNamed(pass, stmt, "(*golang.org/x/sync/semaphore.Weighted).Acquire")
}

// receivesAtOnce reports whether a statement is a receive, or stores what it receives.
func receivesAtOnce(stmt ast.Stmt) bool {
	var e ast.Expr
	switch stmt := stmt.(type) {
	case *ast.ExprStmt:
		e = stmt.X
	case *ast.AssignStmt:
		e = stmt.Rhs[0]
	}
	receive, ok := e.(*ast.UnaryExpr)
	return ok && receive.Op == token.ARROW
}

// bodyOf returns the body of a function of the package, or nil.
func bodyOf(pass *analysis.Pass, fn types.Object) *ast.BlockStmt {
	for _, file := range pass.Files {
		for _, decl := range file.Decls {
			if decl, ok := decl.(*ast.FuncDecl); ok && fn != nil && pass.TypesInfo.Defs[decl.Name] == fn {
				return decl.Body
			}
		}
	}
	return nil
}
