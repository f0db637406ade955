package sharedstate

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"interleave/analyzers/finding"
	"interleave/analyzers/internal/edit"
)

// addInstead makes one Add of a Store at a position that stores what the same variable's Load gives, plus or minus something.
func addInstead(pass *analysis.Pass, pos token.Pos) []analysis.SuggestedFix {
	for _, n := range finding.Enclosing(pass.Files, pos) {
		stmt, ok := n.(*ast.ExprStmt)
		if !ok {
			continue
		}
		store, ok := stmt.X.(*ast.CallExpr)
		if !ok || len(store.Args) == 0 {
			return nil
		}
		name, ok := store.Fun.(*ast.SelectorExpr)
		if !ok || !strings.HasPrefix(name.Sel.Name, "Store") {
			return nil
		}
		sum, ok := ast.Unparen(store.Args[len(store.Args)-1]).(*ast.BinaryExpr)
		if !ok {
			return nil
		}
		// The same call with Load for Store and without the value.
		load := edit.Text(pass, name.X) + "." + strings.Replace(name.Sel.Name, "Store", "Load", 1) + "("
		for _, arg := range store.Args[:len(store.Args)-1] {
			load += edit.Text(pass, arg)
		}
		load += ")"
		more := ""
		switch {
		case sum.Op == token.ADD && edit.Text(pass, sum.X) == load:
			more = edit.Text(pass, sum.Y)
		case sum.Op == token.ADD && edit.Text(pass, sum.Y) == load:
			more = edit.Text(pass, sum.X)
		case sum.Op == token.SUB && edit.Text(pass, sum.X) == load && isSigned(pass.TypesInfo.TypeOf(sum)):
			if _, literal := sum.Y.(*ast.BasicLit); literal {
				more = "-" + edit.Text(pass, sum.Y)
			}
		}
		if more == "" || strings.Contains(more, load) {
			return nil
		}
		return []analysis.SuggestedFix{{
			Message: "Add in one step",
			TextEdits: []analysis.TextEdit{
				edit.Rename(name.Sel, strings.Replace(name.Sel.Name, "Store", "Add", 1)),
				{Pos: sum.Pos(), End: sum.End(), NewText: []byte(more)},
			},
		}}
	}
	return nil
}

func isSigned(t types.Type) bool {
	basic, ok := t.Underlying().(*types.Basic)
	return ok && basic.Info()&types.IsUnsigned == 0
}

// lockForWriting makes a Lock of the only RLock in the function around a write, and an Unlock of each RUnlock.
func lockForWriting(pass *analysis.Pass, pos token.Pos) []analysis.SuggestedFix {
	body := edit.Body(pass, pos)
	if body == nil {
		return nil
	}
	var locks []string
	var edits []analysis.TextEdit
	for _, n := range edit.Own(body) {
		e, ok := n.(ast.Expr)
		if !ok {
			continue
		}
		on, method, ok := edit.Method(e)
		if !ok {
			continue
		}
		switch method.Name {
		case "RLock":
			edits = append(edits, edit.Rename(method, "Lock"))
		case "RUnlock":
			edits = append(edits, edit.Rename(method, "Unlock"))
		case "Lock", "Unlock", "TryLock", "TryRLock":
			return nil
		default:
			continue
		}
		locks = append(locks, edit.Text(pass, on)+"."+method.Name)
	}
	slices.Sort(locks)
	// One place takes the lock, and all that give it back are here: function literals too would have to be looked at.
	taken := slices.DeleteFunc(slices.Clone(locks), func(l string) bool { return !strings.HasSuffix(l, ".RLock") })
	given := slices.Compact(slices.DeleteFunc(slices.Clone(locks), func(l string) bool { return strings.HasSuffix(l, ".RLock") }))
	if len(taken) != 1 || len(given) != 1 || strings.TrimSuffix(taken[0], "RLock") != strings.TrimSuffix(given[0], "RUnlock") {
		return nil
	}
	return []analysis.SuggestedFix{{Message: "Take the lock for writing", TextEdits: edits}}
}
