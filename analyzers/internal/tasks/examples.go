package tasks

import (
	"go/ast"
	"go/doc"
	"go/token"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// sketches lists the examples, by the positions of their bodies, that go test compiles
// and never runs, because they have no comment with their output.
func sketches(fset *token.FileSet, files []*ast.File) map[token.Pos]bool {
	list := make(map[token.Pos]bool)
	for _, file := range files {
		if !strings.HasSuffix(fset.Position(file.FileStart).Filename, "_test.go") {
			continue
		}
		run := make(map[string]bool)
		for _, e := range doc.Examples(file) {
			run["Example"+e.Name] = e.Output != "" || e.EmptyOutput
		}
		for _, decl := range file.Decls {
			fn, ok := decl.(*ast.FuncDecl)
			if !ok || fn.Recv != nil || fn.Body == nil {
				continue
			}
			if runs, isExample := run[fn.Name.Name]; isExample && !runs {
				list[fn.Pos()] = true
			}
		}
	}
	return list
}

// isWithin reports whether a function is one of a list, or a literal in it.
func isWithin(list map[token.Pos]bool, fn *ssa.Function) bool {
	for fn.Parent() != nil {
		fn = fn.Parent()
	}
	return fn.Syntax() != nil && list[fn.Syntax().Pos()]
}
