package holding

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"
)

// The comments of the program say what is held.
func TestTheLocksAtEachPlace(t *testing.T) {
	results := analysistest.Run(t, analysistest.TestData(), Analyzer, "held")
	var got, want []string
	for _, r := range results {
		for _, place := range r.Result.([]Place) {
			line := r.Action.Package.Fset.Position(place.Pos).Line
			got = append(got, fmt.Sprintf("%d %s", line, strings.Join(place.Locks, " ")))
		}
		for _, group := range r.Action.Package.Syntax[0].Comments {
			locks, ok := strings.CutPrefix(strings.TrimSpace(group.Text()), "holds ")
			if ok && !strings.HasPrefix(locks, "nothing") {
				want = append(want, fmt.Sprintf("%d %s", r.Action.Package.Fset.Position(group.Pos()).Line, locks))
			}
		}
	}
	slices.Sort(got)
	slices.Sort(want)
	if got = slices.Compact(got); !slices.Equal(got, want) {
		t.Errorf("held:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
