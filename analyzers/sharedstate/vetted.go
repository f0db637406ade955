package sharedstate

import (
	"fmt"
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/copylock"
	"golang.org/x/tools/go/analysis/passes/loopclosure"

	"interleave/analyzers/finding"
	"interleave/analyzers/internal/wrapped"
	"interleave/analyzers/rules"
)

// vetted reports what go vet sees of shared state: locks that are copied, and variables
// of loops that goroutines capture where all turns share them.
func vetted(pass *analysis.Pass) (list []finding.Finding, err error) {
	for _, check := range []struct {
		analyzer *analysis.Analyzer
		rule     rules.Name
		words    string
	}{
		{copylock.Analyzer, "copied-lock", "copied lock: %s; the copy is another one, and protects nothing of what this one does"},
		{loopclosure.Analyzer, "loop-variable", "data race: %s; up to go 1.21 all turns share the variable, and the loop goes on writing it"},
	} {
		diagnostics, err := wrapped.Diagnostics(pass, check.analyzer)
		if err != nil {
			return nil, err
		}
		for _, d := range diagnostics {
			f := finding.New(pass.Files, check.rule, rules.Certain, d.Pos, fmt.Sprintf(check.words, d.Message))
			f.Pos, f.End, f.Fixes = d.Pos, d.End, d.SuggestedFixes
			if check.rule == "loop-variable" {
				f.Relate(pass.Files, declared(pass, d.Pos), "the loop writes the variable here")
			}
			list = append(list, f)
		}
	}
	return list, nil
}

// declared returns the place of the declaration of the variable that is named at a position.
func declared(pass *analysis.Pass, pos token.Pos) token.Pos {
	if name, ok := finding.Enclosing(pass.Files, pos)[0].(*ast.Ident); ok && pass.TypesInfo.Uses[name] != nil {
		return pass.TypesInfo.Uses[name].Pos()
	}
	return token.NoPos
}
