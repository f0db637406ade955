package ignore

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"

	"interleave/analyzers/finding"
	"interleave/analyzers/internal/diagnosis"
	"interleave/analyzers/rules"
)

//go:embed doc.go
var doc string

// New returns the analyzer for a suite, whose members all yield findings: a comment
// is needed as long as one of them has a finding that it covers, reported or not.
// Its result is a []finding.Finding.
func New(suite []*analysis.Analyzer) *analysis.Analyzer {
	return finding.NewAnalyzer("ignore", doc, run, suite...)
}

func run(pass *analysis.Pass) ([]finding.Finding, error) {
	// Who generates a file does not read reports about its comments.
	written := slices.DeleteFunc(slices.Clone(pass.Files), ast.IsGenerated)
	var findings []finding.Finding
	for _, comment := range finding.Ignores(pass.Fset, written) {
		switch {
		case comment.Problem != "":
			findings = append(findings, report(pass, comment, comment.Problem))
		case !needed(pass, comment) && !mayShowElsewhere(pass, comment):
			f := report(pass, comment, fmt.Sprintf("%s is not reported here any more: remove this comment", comment.Rule))
			f.Fixes = []analysis.SuggestedFix{removal(pass.Fset, comment)}
			findings = append(findings, f)
		}
	}
	return findings, nil
}

func report(pass *analysis.Pass, comment finding.Ignore, message string) finding.Finding {
	f := finding.New(pass.Files, finding.IgnoreRule, rules.Certain, comment.Pos, message)
	f.Pos, f.End = comment.Pos, comment.End
	return f
}

// needed reports whether a comment covers a finding.
func needed(pass *analysis.Pass, comment finding.Ignore) bool {
	for _, a := range pass.Analyzer.Requires {
		if slices.ContainsFunc(pass.ResultOf[a].([]finding.Finding), comment.Covers) {
			return true
		}
	}
	return false
}

// mayShowElsewhere reports whether a program that imports the package may have a finding that a
// comment covers: such a program is searched together with the package, and only there is it found.
// What chanuse finds so stands at an operation on a channel.
func mayShowElsewhere(pass *analysis.Pass, comment finding.Ignore) bool {
	rule := rules.Must(comment.Rule)
	if pass.Pkg.Name() == "main" || diagnosis.InTest(pass, comment.Pos) || rule.Best != rules.Certain {
		return false
	}
	return rule.Analyzer != "chanuse" || slices.ContainsFunc(pass.Files, func(file *ast.File) bool { return usesChannel(pass, file, comment) })
}

// usesChannel reports whether a comment covers an operation on a channel in a file.
func usesChannel(pass *analysis.Pass, file *ast.File, comment finding.Ignore) bool {
	for n := range ast.Preorder(file) {
		uses := false
		switch n := n.(type) {
		case *ast.SendStmt, *ast.SelectStmt:
			uses = true
		case *ast.UnaryExpr:
			uses = n.Op == token.ARROW
		case *ast.RangeStmt:
			if t := pass.TypesInfo.TypeOf(n.X); t != nil {
				_, uses = t.Underlying().(*types.Chan)
			}
		case *ast.CallExpr:
			id, ok := n.Fun.(*ast.Ident)
			uses = ok && id.Name == "close"
		}
		if uses && comment.Covers(finding.Finding{Rule: comment.Rule, Pos: n.Pos()}) {
			return true
		}
	}
	return false
}

// removal takes the comment out, and its line where nothing else stands on it.
func removal(fset *token.FileSet, comment finding.Ignore) analysis.SuggestedFix {
	from := comment.Pos
	if file := fset.File(from); comment.Alone {
		if line := file.PositionFor(from, false).Line; line > 1 {
			from = file.LineStart(line) - 1
		}
	}
	return analysis.SuggestedFix{Message: "Remove the comment", TextEdits: []analysis.TextEdit{{Pos: from, End: comment.End}}}
}
