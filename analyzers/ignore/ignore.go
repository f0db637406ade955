package ignore

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/token"
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
func mayShowElsewhere(pass *analysis.Pass, comment finding.Ignore) bool {
	return pass.Pkg.Name() != "main" && !diagnosis.InTest(pass, comment.Pos) && rules.Must(comment.Rule).Best == rules.Certain
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
