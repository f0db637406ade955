package main

import (
	"go/ast"
	"go/parser"
	"go/token"
)

// functions names what stands around lines; files are parsed once.
type functions map[string][]span

// A span is a declaration and its lines.
type span struct {
	name        string
	first, last int
}

// around returns the name of the function, method (T.M) or package variable
// whose declaration the line belongs to, or "".
func (f functions) around(file string, line int) string {
	spans, ok := f[file]
	if !ok {
		spans = declarations(file, nil)
		f[file] = spans
	}
	for _, s := range spans {
		if s.first <= line && line <= s.last {
			return s.name
		}
	}
	return ""
}

// declarations returns those of a file as far as it can be parsed. The text is
// read from the file when src is nil.
func declarations(file string, src any) []span {
	fset := token.NewFileSet()
	parsed, _ := parser.ParseFile(fset, file, src, parser.SkipObjectResolution)
	if parsed == nil {
		return nil
	}
	var spans []span
	add := func(name string, n ast.Node) {
		spans = append(spans, span{name, fset.Position(n.Pos()).Line, fset.Position(n.End()).Line})
	}
	for _, decl := range parsed.Decls {
		switch decl := decl.(type) {
		case *ast.FuncDecl:
			add(functionName(decl), decl)
		case *ast.GenDecl:
			for _, spec := range decl.Specs {
				switch spec := spec.(type) {
				case *ast.ValueSpec:
					add(spec.Names[0].Name, spec)
				case *ast.TypeSpec:
					add(spec.Name.Name, spec)
				}
			}
		}
	}
	return spans
}

func functionName(decl *ast.FuncDecl) string {
	if decl.Recv == nil || len(decl.Recv.List) == 0 {
		return decl.Name.Name
	}
	t := decl.Recv.List[0].Type
	for {
		switch x := t.(type) {
		case *ast.StarExpr:
			t = x.X
		case *ast.ParenExpr:
			t = x.X
		case *ast.IndexExpr:
			t = x.X
		case *ast.IndexListExpr:
			t = x.X
		case *ast.Ident:
			return x.Name + "." + decl.Name.Name
		default:
			return decl.Name.Name
		}
	}
}
