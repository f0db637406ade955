package chanuse

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
)

// A zero is a variable that holds what a receive from a closed channel gives.
type zero struct {
	info *types.Info
	name string
}

// passes reports whether statements do nothing for the zero value that could take time, end
// the loop in a later turn, or keep the channel out of it: they look at the value and go on.
func (z zero) passes(list []ast.Stmt) bool { return z.follow(list) != acts }

// A step is what statements do for the zero value: something, nothing, or they begin the
// loop's next turn.
type step int

const (
	acts step = iota
	goesOn
	turns
)

func (z zero) follow(list []ast.Stmt) step {
	for _, stmt := range list {
		next := acts
		switch stmt := stmt.(type) {
		case *ast.EmptyStmt:
			next = goesOn
		case *ast.BranchStmt:
			if stmt.Tok == token.CONTINUE && stmt.Label == nil {
				next = turns
			}
		case *ast.BlockStmt:
			next = z.follow(stmt.List)
		case *ast.IfStmt:
			next = z.branch(stmt)
		}
		if next != goesOn {
			return next
		}
	}
	return goesOn
}

// branch follows the zero value through an if statement, on both ways if it may take either.
func (z zero) branch(stmt *ast.IfStmt) step {
	if stmt.Init != nil || !isPlain(stmt.Cond) {
		return acts
	}
	then, otherwise := z.follow(stmt.Body.List), goesOn
	if stmt.Else != nil {
		otherwise = z.follow([]ast.Stmt{stmt.Else})
	}
	holds, known := z.meets(stmt.Cond)
	switch {
	case known && holds:
		return then
	case known:
		return otherwise
	case then == acts || otherwise == acts:
		return acts
	case then == otherwise:
		return then
	}
	return goesOn
}

// meets reports whether a condition holds for the zero value, if that is known.
func (z zero) meets(cond ast.Expr) (holds, known bool) {
	switch cond := ast.Unparen(cond).(type) {
	case *ast.UnaryExpr:
		if cond.Op == token.NOT {
			holds, known = z.meets(cond.X)
			return !holds, known
		}
	case *ast.BinaryExpr:
		switch cond.Op {
		case token.LAND, token.LOR:
			left, knowsLeft := z.meets(cond.X)
			right, knowsRight := z.meets(cond.Y)
			decisive := cond.Op == token.LOR // one side that is so decides
			if knowsLeft && left == decisive || knowsRight && right == decisive {
				return decisive, true
			}
			return !decisive, knowsLeft && knowsRight
		case token.EQL, token.NEQ:
			part, other := cond.X, cond.Y
			if !z.isPart(part) {
				part, other = other, part
			}
			if z.isPart(part) {
				equal, known := z.isEqual(part, other)
				return equal == (cond.Op == token.EQL), known
			}
		}
	}
	return false, false
}

// isPart reports whether an expression is the variable or a field of what it holds.
func (z zero) isPart(e ast.Expr) bool {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		return e.Name == z.name
	case *ast.SelectorExpr:
		return z.isPart(e.X)
	}
	return false
}

// isEqual reports whether a part of the zero value is equal to another expression, if the code
// says what that is.
func (z zero) isEqual(part, other ast.Expr) (equal, known bool) {
	t := z.info.Types[other]
	switch {
	case t.IsNil():
		return true, true
	case t.Value == nil || types.IsInterface(z.info.TypeOf(part)):
		return false, false
	}
	switch t.Value.Kind() {
	case constant.String:
		return constant.StringVal(t.Value) == "", true
	case constant.Bool:
		return !constant.BoolVal(t.Value), true
	}
	return constant.Sign(t.Value) == 0, true
}

// isPlain reports whether an expression calls nothing and receives nothing.
func isPlain(e ast.Expr) bool {
	plain := true
	ast.Inspect(e, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			plain = false
		case *ast.UnaryExpr:
			plain = plain && n.Op != token.ARROW
		}
		return plain
	})
	return plain
}
