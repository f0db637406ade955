// Package finding is what an analyzer of the suite yields: the rule, how sure
// it is, the places, the interleaving and the fixes. Drivers read findings from
// Pass.ResultOf, because analysis.Diagnostic has no room for a witness; the
// diagnostics that go vet prints are derived from findings by Report.
package finding

import (
	"cmp"
	"flag"
	"go/ast"
	"go/token"
	"slices"

	"golang.org/x/tools/go/analysis"

	"interleave/analyzers/rules"
	"interleave/analyzers/witness"
)

// A Related place is another step of the story.
type Related struct {
	Pos, End token.Pos
	Message  string
}

// A Finding is one report. Positions belong to the pass's file set.
type Finding struct {
	Rule       rules.Name
	Confidence rules.Confidence
	Pos, End   token.Pos // the side to fix
	// Via is, where that side lies in a package that the pass's imports, the place in the pass's
	// files from where the program gets there; else NoPos.
	Via     token.Pos
	Message string    // one line, without the rule's name
	Related []Related // the other places, in the order of the story
	Witness *witness.Witness
	Fixes   []analysis.SuggestedFix
	Ignored bool // a comment of the code suppresses it; Report sets it for comments in the pass's files
}

// New makes a finding at a position that SSA gives, at most as sure as the rule can
// be; the message of one that is only likely gets "likely " before it.
func New(files []*ast.File, rule rules.Name, confidence rules.Confidence, pos token.Pos, message string) Finding {
	f := Finding{Rule: rule, Confidence: min(confidence, rules.Must(rule).Best), Message: message}
	if f.Confidence == rules.Likely {
		f.Message = "likely " + message
	}
	f.Pos, f.End = Span(files, pos)
	return f
}

// A List gathers what an analyzer finds in a package.
type List []Finding

// Add adds what New makes and returns it where it lies in the list, for the caller to
// complete before the next one comes.
func (l *List) Add(files []*ast.File, rule rules.Name, confidence rules.Confidence, pos token.Pos, message string) *Finding {
	*l = append(*l, New(files, rule, confidence, pos, message))
	return &(*l)[len(*l)-1]
}

// Relate adds another place to the story, unless it is not known.
func (f *Finding) Relate(files []*ast.File, pos token.Pos, message string) {
	if pos.IsValid() {
		start, end := Span(files, pos)
		f.Related = append(f.Related, Related{Pos: start, End: end, Message: message})
	}
}

// RulesFlag and HintsFlag are the names of the flags that every analyzer of the suite has.
const (
	RulesFlag = "rules"
	HintsFlag = "hints"
)

// Flags returns the flags of one analyzer: which rules it reports, and whether
// hints are among them. They steer Report, never an analyzer's result.
func Flags(analyzer string) flag.FlagSet {
	fs := flag.NewFlagSet(analyzer, flag.ContinueOnError)
	fs.Var(new(rules.Selection), RulesFlag, "comma-separated rules to report; -NAME switches one off")
	fs.Bool(HintsFlag, false, "also report hints (teaching notes)")
	return *fs
}

// Sort orders findings by position, then rule. Of those with one (place, rule) it
// keeps the surest, and among these the one with the shortest story. A finding
// without a position, in code that SSA made, is dropped: nobody could look at it.
func Sort(findings []Finding) []Finding {
	findings = slices.DeleteFunc(findings, func(f Finding) bool { return !f.Pos.IsValid() })
	slices.SortStableFunc(findings, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.Pos, b.Pos), cmp.Compare(a.Rule, b.Rule), cmp.Compare(b.Confidence, a.Confidence), cmp.Compare(a.length(), b.length()))
	})
	return slices.CompactFunc(findings, func(a, b Finding) bool { return a.Pos == b.Pos && a.Rule == b.Rule })
}

// length is that of the story.
func (f Finding) length() int {
	if f.Witness == nil {
		return 0
	}
	return len(f.Witness.Steps)
}

// Report marks the findings that an ignore comment covers and reports the others
// that the flags of pass.Analyzer let through, as diagnostics whose message ends
// in the rule's name. It is called with what the pass yields as its result: those
// who read results see what is ignored, whichever rules are reported.
func Report(pass *analysis.Pass, findings []Finding) {
	for _, ignore := range Ignores(pass.Fset, pass.Files) {
		for i := range findings {
			findings[i].Ignored = findings[i].Ignored || ignore.Covers(findings[i])
		}
	}
	selected := pass.Analyzer.Flags.Lookup(RulesFlag).Value.(*rules.Selection)
	hints := pass.Analyzer.Flags.Lookup(HintsFlag).Value.(flag.Getter).Get().(bool)
	for _, f := range findings {
		if f.Ignored || !selected.Has(f.Rule) || f.Confidence == rules.Hint && !hints {
			continue
		}
		pass.Report(f.Diagnostic())
	}
}

// Diagnostic returns the finding as go/analysis knows it; the witness is left out.
func (f Finding) Diagnostic() analysis.Diagnostic {
	d := analysis.Diagnostic{
		Pos:            f.Pos,
		End:            f.End,
		Category:       string(f.Rule),
		URL:            rules.Must(f.Rule).Anchor(),
		Message:        f.Message + " (" + string(f.Rule) + ")",
		SuggestedFixes: f.Fixes,
	}
	for _, r := range f.Related {
		d.Related = append(d.Related, analysis.RelatedInformation{Pos: r.Pos, End: r.End, Message: r.Message})
	}
	return d
}
