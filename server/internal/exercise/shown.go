package exercise

import (
	"cmp"
	"slices"
	"strings"

	"interleave/analyzers/rules"
	"interleave/server/internal/session"
)

// maxShown is how many reports of one function a learner is shown at once.
const maxShown = 3

// Shown returns those reports of a package that a learner is to read first, in the
// order in which they came: at most three a function, the most basic of them (the
// earliest lesson), and never two for one cause. What an exercise drills comes
// before all else, and teaching notes come last. Two reports have one cause when
// their stories share a place: when it is mended, the rest shows or is gone too.
func Shown(reports []session.Report, drilled map[string]bool) []session.Report {
	rank := func(r session.Report) int {
		switch {
		case drilled[string(r.Rule.Name)]:
			return 0
		case r.Confidence != rules.Hint:
			return 1
		}
		return 2
	}
	ranked := slices.Clone(reports)
	slices.SortStableFunc(ranked, func(a, b session.Report) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), strings.Compare(string(a.Rule.Lesson), string(b.Rule.Lesson)), cmp.Compare(b.Confidence, a.Confidence))
	})
	chosen := make(map[string]bool) // by ID
	var causes []session.Span
	count := make(map[string]int) // by package and function
	for _, r := range ranked {
		places := []session.Span{r.Span}
		for _, related := range r.Related {
			places = append(places, related.Span)
		}
		known := slices.ContainsFunc(places, func(p session.Span) bool { return slices.ContainsFunc(causes, p.Overlaps) })
		function := r.Package + "\x00" + r.Function
		if known || r.Function != "" && count[function] == maxShown {
			continue
		}
		count[function]++
		chosen[r.ID] = true
		causes = append(causes, places...)
	}
	return slices.DeleteFunc(slices.Clone(reports), func(r session.Report) bool { return !chosen[r.ID] })
}
