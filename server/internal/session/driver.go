package session

import (
	"context"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"reflect"
	"runtime/debug"

	"golang.org/x/tools/go/analysis"

	"interleave/analyzers/finding"
)

// A checked is one package with bodies and full type information, ready for
// the analyzers.
type checked struct {
	node  *node
	fset  *token.FileSet
	files []*ast.File
	pkg   *types.Package
	info  *types.Info
	sizes types.Sizes
	view  view
	aside []set // functions that do not type-check and were set aside

	partial bool // code was set aside, or facts of dependencies are not at hand yet
}

// drive runs the analyzers and what they require over one package, in
// requirement order, and returns their results. It stops between two analyzers when
// ctx ends. A panic in an analyzer is its error; what does not depend on it still runs.
func drive(ctx context.Context, c *checked, facts *factSet, roots []*analysis.Analyzer) (results map[*analysis.Analyzer]any, problems []error, err error) {
	results = make(map[*analysis.Analyzer]any)
	failed := make(map[*analysis.Analyzer]error)
	for _, a := range closure(roots) {
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		inputs := make(map[*analysis.Analyzer]any, len(a.Requires))
		for _, required := range a.Requires {
			if cause := failed[required]; cause != nil {
				failed[a] = cause
				break
			}
			inputs[required] = results[required]
		}
		if failed[a] != nil {
			continue
		}
		result, err := runOne(c, facts, a, inputs)
		if err != nil {
			failed[a] = err
			problems = append(problems, err)
			continue
		}
		results[a] = result
	}
	return results, problems, nil
}

// findingsIn lists what the analyzers among roots that make findings have found.
func findingsIn(c *checked, roots []*analysis.Analyzer, results map[*analysis.Analyzer]any) (findings []finding.Finding) {
	for _, a := range roots {
		list, ok := results[a].([]finding.Finding)
		if !ok || a.ResultType != finding.ResultType {
			continue
		}
		for _, f := range list {
			// What was set aside may be what a comment is needed for.
			if f.Rule != finding.IgnoreRule || !c.partial {
				findings = append(findings, f)
			}
		}
	}
	return findings
}

func runOne(c *checked, facts *factSet, a *analysis.Analyzer, inputs map[*analysis.Analyzer]any) (result any, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = &crash{analyzer: a.Name, cause: p, stack: debug.Stack()}
		}
	}()
	own := make(map[reflect.Type]bool, len(a.FactTypes))
	for _, fact := range a.FactTypes {
		own[reflect.TypeOf(fact)] = true
	}
	pass := &analysis.Pass{
		Analyzer:          a,
		Fset:              c.fset,
		Files:             c.files,
		OtherFiles:        c.node.other,
		IgnoredFiles:      c.node.ignored,
		Pkg:               c.pkg,
		TypesInfo:         c.info,
		TypesSizes:        c.sizes,
		Module:            c.node.module,
		ResultOf:          inputs,
		Report:            func(analysis.Diagnostic) {}, // results are read, not reports
		ImportObjectFact:  facts.importObject,
		ImportPackageFact: facts.importPackage,
		ExportObjectFact:  facts.exportObject,
		ExportPackageFact: facts.exportPackage,
		AllObjectFacts:    func() []analysis.ObjectFact { return facts.objects(own) },
		AllPackageFacts:   func() []analysis.PackageFact { return facts.packages(own) },
		ReadFile: func(name string) ([]byte, error) {
			content, _, err := c.view.read(name)
			return content, err
		},
	}
	result, err = a.Run(pass)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", a.Name, err)
	}
	if got, want := reflect.TypeOf(result), a.ResultType; got != want && !(got == nil && want == nil) {
		return nil, fmt.Errorf("%s: result is %v, want %v", a.Name, got, want)
	}
	return result, nil
}

// A crash is a panic in an analyzer.
type crash struct {
	analyzer string
	cause    any
	stack    []byte
}

func (c *crash) Error() string { return fmt.Sprintf("%s crashed: %v", c.analyzer, c.cause) }

// factual returns the analyzers that export facts: all that has to run over a
// dependency.
func factual(roots []*analysis.Analyzer) []*analysis.Analyzer {
	var list []*analysis.Analyzer
	for _, a := range closure(roots) {
		if len(a.FactTypes) > 0 {
			list = append(list, a)
		}
	}
	return list
}
