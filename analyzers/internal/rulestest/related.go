package rulestest

import (
	"go/token"
	"regexp"
	"slices"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"

	"interleave/analyzers/rules"
)

// Related fails the test unless there is a related comment about every rule of an
// analyzer. Those rules are given that have no other place to tell of, in any program.
//
// A package that has related comments has one on the line of each related place of its
// reports, for the place's message and the rule:
//
//	mu.Lock() // related `the lock is taken here first \(relock\)`
//
// Before a want comment it stands on the same line. What is amiss with them, Run tells.
func Related(t *testing.T, a *analysis.Analyzer, none ...rules.Name) {
	t.Helper()
	places := resultsOf(t, a).places
	for _, rule := range rules.All() {
		switch _, told := places[rule.Name]; {
		case rule.Analyzer != a.Name:
		case slices.Contains(none, rule.Name) && told:
			t.Errorf("%s has related places: test them", rule.Name)
		case !slices.Contains(none, rule.Name) && !places[rule.Name]:
			t.Errorf("no related comment is about %s", rule.Name)
		}
	}
}

// An expectation is one pattern of a related comment.
type expectation struct {
	token.Position
	pattern *regexp.Regexp
	met     bool
}

var (
	relatedComment = regexp.MustCompile("// related((?: `[^`]*`)+)")
	quoted         = regexp.MustCompile("`([^`]*)`")
)

// relatedPlaces compares the related places of a package's reports with its related
// comments, if there are any. It notes in places which rules have some, and which are
// compared.
func relatedPlaces(list *complaints, places map[rules.Name]bool, r *analysistest.Result) {
	fset := r.Action.Package.Fset
	var wanted []*expectation
	for _, file := range r.Action.Package.Syntax {
		for _, group := range file.Comments {
			for _, comment := range group.List {
				m := relatedComment.FindStringSubmatch(comment.Text)
				if m == nil {
					continue
				}
				for _, pattern := range quoted.FindAllStringSubmatch(m[1], -1) {
					wanted = append(wanted, &expectation{Position: fset.Position(comment.Pos()), pattern: regexp.MustCompile(pattern[1])})
				}
			}
		}
	}
	for _, d := range r.Action.Diagnostics {
		rule := rules.Name(d.Category)
		for _, related := range d.Related {
			places[rule] = places[rule] || len(wanted) > 0
			here, text := fset.Position(related.Pos), related.Message+" ("+d.Category+")"
			i := slices.IndexFunc(wanted, func(w *expectation) bool {
				return w.Filename == here.Filename && w.Line == here.Line && w.pattern.MatchString(text)
			})
			switch {
			case i >= 0:
				wanted[i].met = true
			case len(wanted) > 0:
				list.Errorf("%s:%d: unexpected related place: %s", here.Filename, here.Line, text)
			}
		}
	}
	for _, w := range wanted {
		if !w.met {
			list.Errorf("%s:%d: no related place was reported matching %s", w.Filename, w.Line, w.pattern)
		}
	}
}
