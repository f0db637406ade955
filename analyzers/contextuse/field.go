package contextuse

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"
)

// fieldUse says which fields the package reads.
type fieldUse struct {
	read map[types.Object]bool
	// other is the text of files that this build leaves out: they may read more.
	other []string
}

// unread reports whether a field is one that only this package can read, and it
// never does.
func (r *reporter) unread(field *types.Var) bool {
	if field.Exported() || field.Pkg() != r.pass.Pkg {
		return false
	}
	if r.fields == nil {
		r.fields = r.readFields()
	}
	for _, text := range r.fields.other {
		if strings.Contains(text, field.Name()) {
			return false
		}
	}
	return !r.fields.read[field]
}

// readFields finds the fields that the package names other than to write them.
func (r *reporter) readFields() *fieldUse {
	use := &fieldUse{read: make(map[types.Object]bool)}
	for _, name := range r.pass.IgnoredFiles {
		if text, err := r.pass.ReadFile(name); err == nil {
			use.other = append(use.other, string(text))
		}
	}
	for _, file := range r.pass.Files {
		written := make(map[*ast.Ident]bool)
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.AssignStmt:
				if n.Tok == token.ASSIGN {
					for _, left := range n.Lhs {
						if sel, ok := ast.Unparen(left).(*ast.SelectorExpr); ok {
							written[sel.Sel] = true
						}
					}
				}
			case *ast.KeyValueExpr:
				if id, ok := n.Key.(*ast.Ident); ok {
					written[id] = true
				}
			case *ast.Ident:
				if v, ok := r.pass.TypesInfo.Uses[n].(*types.Var); ok && v.IsField() && !written[n] {
					use.read[v.Origin()] = true
				}
			}
			return true
		})
	}
	return use
}
