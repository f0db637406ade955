package lockuse

import (
	"go/ast"
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"interleave/analyzers/finding"
	"interleave/analyzers/internal/edit"
)

// unlockName gives for each method that takes a lock the one that gives it back.
var unlockName = map[string]string{"Lock": "Unlock", "RLock": "RUnlock"}

// deferForgotten puts a deferred Unlock after the Lock at a position, and takes away those Unlocks that
// come directly before the function ends: nothing is held longer than before, and nothing is
// forgotten. It refuses where the function unlocks anywhere else, or locks again.
func deferForgotten(pass *analysis.Pass, pos token.Pos) []analysis.SuggestedFix {
	body := edit.Body(pass, pos)
	if body == nil {
		return nil
	}
	at := slices.IndexFunc(body.List, func(s ast.Stmt) bool { return s.Pos() <= pos && pos < s.End() })
	if at < 0 {
		return nil
	}
	on, lock, ok := methodOf(body.List[at])
	if !ok || unlockName[lock.Name] == "" {
		return nil
	}
	name, unlock := edit.Text(pass, on), unlockName[lock.Name]
	uses := calls(pass, body, name)
	edits := []analysis.TextEdit{edit.After(pass, body.List[at], "defer "+name+"."+unlock+"()")}
	for _, list := range edit.Lists(edit.Own(body)) {
		for i, stmt := range list {
			if on, method, ok := methodOf(stmt); !ok || edit.Text(pass, on) != name || method.Name != unlock {
				continue
			}
			ends := i+1 == len(list) && slices.Equal(list, body.List) || i+1 < len(list) && returnsPlainly(pass, list[i+1])
			removal, ok := edit.Remove(pass, list, i)
			if !ok || !ends {
				return nil
			}
			edits = append(edits, removal)
		}
	}
	// Beside the Lock there are those Unlocks, and no other use of the lock's methods.
	if len(uses) != len(edits) || len(uses) == 1 && unlockedElsewhere(pass, on, body) {
		return nil
	}
	return []analysis.SuggestedFix{{Message: "Defer " + unlock, TextEdits: edits}}
}

// methodOf takes a statement apart that calls a method without arguments.
func methodOf(s ast.Stmt) (on ast.Expr, method *ast.Ident, ok bool) {
	if e, isExpr := s.(*ast.ExprStmt); isExpr {
		return edit.Method(e.X)
	}
	return nil, nil, false
}

// calls lists the names of the methods that a body, with the function literals in it, calls on a lock of some name.
func calls(pass *analysis.Pass, body ast.Node, name string) (methods []*ast.Ident) {
	ast.Inspect(body, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			if on, method, ok := edit.Method(call); ok && strings.HasSuffix(method.Name, "ock") && edit.Text(pass, on) == name {
				methods = append(methods, method)
			}
		}
		return true
	})
	return methods
}

// returnsPlainly reports whether a statement returns what it takes no call, and no waiting, to find out.
func returnsPlainly(pass *analysis.Pass, s ast.Stmt) bool {
	ret, ok := s.(*ast.ReturnStmt)
	if !ok {
		return false
	}
	plain := true
	ast.Inspect(ret, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			fun := pass.TypesInfo.Types[n.Fun]
			plain = plain && (fun.IsBuiltin() || fun.IsType())
		case *ast.UnaryExpr:
			plain = plain && n.Op != token.ARROW
		case *ast.FuncLit:
			plain = false
		}
		return plain
	})
	return plain
}

// unlockedElsewhere reports whether a function of the package gives back a lock that it has not taken: whoever
// only takes it may rely on that.
func unlockedElsewhere(pass *analysis.Pass, lock ast.Expr, own *ast.BlockStmt) bool {
	object := edit.Object(pass, lock)
	if object == nil {
		return true
	}
	for _, file := range pass.Files {
		for _, decl := range file.Decls {
			fn, ok := decl.(*ast.FuncDecl)
			if !ok || fn.Body == nil || fn.Body == own {
				continue
			}
			takes, gives := false, false
			ast.Inspect(fn.Body, func(n ast.Node) bool {
				if call, ok := n.(*ast.CallExpr); ok {
					if on, method, ok := edit.Method(call); ok && edit.Object(pass, on) == object {
						takes = takes || strings.HasSuffix(method.Name, "Lock")
						gives = gives || strings.HasSuffix(method.Name, "nlock")
					}
				}
				return true
			})
			if gives && !takes {
				return true
			}
		}
	}
	return false
}

// unlockAsLocked gives the Unlock at a position the name that fits the Lock: the function takes the lock
// only for reading and gives it back as if for writing, or the other way round.
func unlockAsLocked(pass *analysis.Pass, pos token.Pos) []analysis.SuggestedFix {
	body := edit.Body(pass, pos)
	if body == nil {
		return nil
	}
	for _, n := range finding.Enclosing(pass.Files, pos) {
		if deferred, ok := n.(*ast.DeferStmt); ok {
			n = deferred.Call
		}
		e, _ := n.(ast.Expr)
		on, unlock, ok := edit.Method(e)
		if !ok {
			continue
		}
		want := ""
		for _, method := range calls(pass, body, edit.Text(pass, on)) {
			fits := unlockName[method.Name]
			if strings.HasPrefix(method.Name, "Try") || fits != "" && want != "" && fits != want {
				return nil
			}
			if fits != "" {
				want = fits
			}
		}
		if want == "" || want == unlock.Name || unlock.Name != "Unlock" && unlock.Name != "RUnlock" {
			return nil
		}
		return []analysis.SuggestedFix{{Message: "Call " + want, TextEdits: []analysis.TextEdit{edit.Rename(unlock, want)}}}
	}
	return nil
}

// waitForLock makes a Lock of a TryLock whose result nobody looks at.
func waitForLock(pass *analysis.Pass, pos token.Pos) []analysis.SuggestedFix {
	for _, n := range finding.Enclosing(pass.Files, pos) {
		stmt, ok := n.(*ast.ExprStmt)
		if !ok {
			continue
		}
		if _, try, ok := methodOf(stmt); ok && strings.HasPrefix(try.Name, "Try") {
			name := strings.TrimPrefix(try.Name, "Try")
			return []analysis.SuggestedFix{{Message: "Call " + name, TextEdits: []analysis.TextEdit{edit.Rename(try, name)}}}
		}
		return nil
	}
	return nil
}

// checkInLoop makes a loop of the if that does nothing but wait on a condition variable.
func checkInLoop(pass *analysis.Pass, pos token.Pos) []analysis.SuggestedFix {
	for _, n := range finding.Enclosing(pass.Files, pos) {
		branch, ok := n.(*ast.IfStmt)
		if !ok {
			continue
		}
		if branch.Init != nil || branch.Else != nil || len(branch.Body.List) != 1 {
			return nil
		}
		if _, wait, ok := methodOf(branch.Body.List[0]); !ok || wait.Name != "Wait" {
			return nil
		}
		return []analysis.SuggestedFix{{
			Message:   "Check the condition again after each Wait",
			TextEdits: []analysis.TextEdit{{Pos: branch.If, End: branch.If + token.Pos(len("if")), NewText: []byte("for")}},
		}}
	}
	return nil
}
