package session

import (
	"go/ast"
	"go/scanner"
	"go/token"
	"go/types"
	"slices"
)

// A set is a function that was set aside.
type set struct {
	file       string
	start, end int // byte offsets of the declaration
	name       string
}

// setAside prepares a package that does not compile for SSA construction,
// which panics on anything ill-typed: functions whose bodies have hard errors
// lose their bodies (calls of them are calls of unknown code), declarations
// without an object go altogether, package variables lose initialisers that do
// not type-check. Soft errors (an unused variable or import) change nothing.
// The syntax trees are copied where they change.
func setAside(c *checked, typeErrors []types.Error, syntax scanner.ErrorList) {
	var bad []token.Pos
	for _, err := range typeErrors {
		if !err.Soft {
			bad = append(bad, err.Pos)
		}
	}
	if len(bad) == 0 && len(syntax) == 0 {
		return
	}
	w := &typing{info: c.info, invalid: make(map[types.Type]bool)}
	for i, file := range c.files {
		copied := *file
		copied.Decls = nil
		f := c.fset.File(file.FileStart)
		for _, decl := range file.Decls {
			fn, ok := decl.(*ast.FuncDecl)
			if !ok {
				if _, broken := decl.(*ast.BadDecl); !broken {
					copied.Decls = append(copied.Decls, decl)
				}
				continue
			}
			obj, _ := c.info.Defs[fn.Name].(*types.Func)
			if obj == nil || !w.sound(obj.Type()) || !wellPlaced(obj) {
				c.aside = append(c.aside, asideOf(f, fn))
				continue
			}
			within := func(pos token.Pos) bool { return fn.Pos() <= pos && pos <= fn.End() }
			if fn.Body != nil && (slices.ContainsFunc(bad, within) || syntaxWithin(f, fn, syntax) || !w.soundBody(fn)) {
				c.aside = append(c.aside, asideOf(f, fn))
				empty := *fn
				empty.Body = nil
				fn = &empty
			}
			copied.Decls = append(copied.Decls, fn)
		}
		c.files[i] = &copied
		// What the checker says of a file as a whole holds for the copy.
		c.info.FileVersions[&copied] = c.info.FileVersions[file]
		c.info.Scopes[&copied] = c.info.Scopes[file]
	}
	c.info.InitOrder = slices.DeleteFunc(c.info.InitOrder, func(init *types.Initializer) bool {
		for _, v := range init.Lhs {
			if !w.sound(v.Type()) {
				return true
			}
		}
		return !w.soundNode(init.Rhs) || slices.ContainsFunc(bad, func(pos token.Pos) bool {
			return init.Rhs.Pos() <= pos && pos <= init.Rhs.End()
		})
	})
}

func asideOf(f *token.File, fn *ast.FuncDecl) set {
	return set{file: f.Name(), start: f.Offset(fn.Pos()), end: f.Offset(min(fn.End(), token.Pos(f.Base()+f.Size()))), name: fn.Name.Name}
}

// syntaxWithin reports whether a syntax error lies in the function. The parser
// finds its way again somewhere after an error, so the function that begins
// before it is the one that is not what it seems.
func syntaxWithin(f *token.File, fn *ast.FuncDecl, syntax scanner.ErrorList) bool {
	start, end := f.Offset(fn.Pos()), f.Offset(min(fn.End(), token.Pos(f.Base()+f.Size())))
	return slices.ContainsFunc(syntax, func(err *scanner.Error) bool {
		return err.Pos.Filename == f.Name() && start <= err.Pos.Offset && err.Pos.Offset <= end
	})
}

// wellPlaced reports whether a method hangs on a type that has it.
func wellPlaced(fn *types.Func) bool {
	recv := fn.Signature().Recv()
	if recv == nil {
		return true
	}
	t := types.Unalias(recv.Type())
	if p, ok := t.(*types.Pointer); ok {
		t = types.Unalias(p.Elem())
	}
	named, ok := t.(*types.Named)
	if !ok || named.Obj().Pkg() != fn.Pkg() {
		return false
	}
	obj, _, _ := types.LookupFieldOrMethod(recv.Type(), true, fn.Pkg(), fn.Name())
	method, ok := obj.(*types.Func)
	return ok && method.Origin() == fn.Origin() || fn.Name() == "_"
}

// typing answers whether types are free of what the checker could not type.
type typing struct {
	info    *types.Info
	invalid map[types.Type]bool // by type: known; a type in work counts as sound
}

func (w *typing) soundBody(fn *ast.FuncDecl) bool { return w.soundNode(fn.Body) }

// soundNode reports whether everything in the node has a sound type. The
// checker reports an error once only: what uses an ill-typed variable
// elsewhere is silent and ill-typed too.
func (w *typing) soundNode(root ast.Node) bool {
	sound := true
	ast.Inspect(root, func(n ast.Node) bool {
		if !sound || n == nil {
			return false
		}
		switch n := n.(type) {
		case *ast.BadExpr, *ast.BadStmt, *ast.BadDecl:
			sound = false
		case *ast.Ident:
			if n.Name == "_" {
				return true
			}
			if obj := w.info.Uses[n]; obj != nil && obj.Type() != nil {
				sound = w.soundObject(obj)
			} else if obj := w.info.Defs[n]; obj != nil && obj.Type() != nil {
				sound = w.soundObject(obj)
			}
		case *ast.CallExpr, *ast.BinaryExpr, *ast.UnaryExpr, *ast.IndexExpr, *ast.SliceExpr, *ast.StarExpr,
			*ast.TypeAssertExpr, *ast.SelectorExpr, *ast.CompositeLit, *ast.FuncLit, *ast.BasicLit:
			tv, ok := w.info.Types[n.(ast.Expr)]
			if !ok {
				// Selectors of packages have no type of their own; all else has.
				if sel, isSel := n.(*ast.SelectorExpr); !isSel || w.info.Uses[sel.Sel] == nil {
					sound = false
				}
				return sound
			}
			sound = w.sound(tv.Type)
		}
		return sound
	})
	return sound
}

func (w *typing) soundObject(obj types.Object) bool {
	switch obj.(type) {
	case *types.PkgName, *types.Label, *types.Builtin, *types.Nil:
		return true
	}
	return w.sound(obj.Type())
}

// sound reports whether no part of the type is invalid.
func (w *typing) sound(t types.Type) bool {
	if t == nil {
		return false
	}
	if bad, ok := w.invalid[t]; ok {
		return !bad
	}
	w.invalid[t] = false
	ok := w.parts(t)
	w.invalid[t] = !ok
	return ok
}

func (w *typing) parts(t types.Type) bool {
	switch t := t.(type) {
	case *types.Basic:
		return t.Kind() != types.Invalid
	case *types.Alias:
		return w.sound(types.Unalias(t))
	case *types.Named:
		for arg := range t.TypeArgs().Types() {
			if !w.sound(arg) {
				return false
			}
		}
		// The origin's: an instance of type L[T any] struct{ next *L[L[T]] }
		// would be followed without end.
		return w.sound(t.Origin().Underlying())
	case *types.Pointer:
		return w.sound(t.Elem())
	case *types.Slice:
		return w.sound(t.Elem())
	case *types.Array:
		return t.Len() >= 0 && w.sound(t.Elem())
	case *types.Chan:
		return w.sound(t.Elem())
	case *types.Map:
		return w.sound(t.Key()) && w.sound(t.Elem())
	case *types.Tuple:
		for v := range t.Variables() {
			if !w.sound(v.Type()) {
				return false
			}
		}
	case *types.Signature:
		return (t.Recv() == nil || w.sound(t.Recv().Type())) && w.sound(t.Params()) && w.sound(t.Results())
	case *types.Struct:
		for field := range t.Fields() {
			if !w.sound(field.Type()) {
				return false
			}
		}
	case *types.Interface:
		for method := range t.ExplicitMethods() {
			if !w.sound(method.Type()) {
				return false
			}
		}
		for embedded := range t.EmbeddedTypes() {
			if !w.sound(embedded) {
				return false
			}
		}
	case *types.Union:
		for term := range t.Terms() {
			if !w.sound(term.Type()) {
				return false
			}
		}
	}
	return true
}
