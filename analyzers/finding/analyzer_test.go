package finding_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"interleave/analyzers/finding"
)

// An analyzer that panics says so in the package, and the run goes on.
func TestAPanicCostsOnePackage(t *testing.T) {
	a := finding.NewAnalyzer("broken", "// Package broken is.\n//\n// # Analyzer broken\n//\n// broken: break\n//\n// It breaks.\npackage broken\n",
		func(*analysis.Pass) ([]finding.Finding, error) { panic("out of cheese") })
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "p.go", "package p\n", 0)
	if err != nil {
		t.Fatal(err)
	}
	var said []string
	pass := &analysis.Pass{Analyzer: a, Fset: fset, Files: []*ast.File{file}, Report: func(d analysis.Diagnostic) { said = append(said, d.Message) }}
	result, err := a.Run(pass)
	if err != nil || len(result.([]finding.Finding)) != 0 {
		t.Errorf("got %v, %v; want no findings and no error", result, err)
	}
	if len(said) != 1 || !strings.Contains(said[0], "a defect in the tool itself") || !strings.Contains(said[0], "broken: out of cheese") {
		t.Errorf("said %q; want one note that names the analyzer and the cause", said)
	}
}
