package chanuse_test

import (
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"interleave/analyzers/chanuse"
	"interleave/analyzers/finding"
	"interleave/analyzers/schedule"
)

// TestTheStoryTellsWhatIsInTheChannels reads the story of a send on a channel that is full:
// who filled it, what it holds after each step, and what the sender waits for.
func TestTheStoryTellsWhatIsInTheChannels(t *testing.T) {
	results := analysistest.Run(t, analysistest.TestData(), chanuse.Analyzer, "filled")
	findings := results[0].Result.([]finding.Finding)
	if len(findings) != 1 {
		t.Fatalf("%d findings, want one", len(findings))
	}
	w := findings[0].Witness
	var told []string
	for _, m := range schedule.Moments(w) {
		told = append(told, m.String())
	}
	want := []string{
		"goroutine 2 holds no lock; results: 1 of 2",
		"goroutine 1 holds no lock; goroutine 2 holds no lock; results: 0 of 2",
		"goroutine 1 holds no lock; goroutine 2 holds no lock; results: 1 of 2",
		"goroutine 1 holds no lock; goroutine 2 holds no lock; results: 2 of 2",
		"goroutine 1 holds no lock; goroutine 2 holds no lock",
		"goroutine 1 waits at results <- i for a receiver of results; goroutine 2 holds no lock; results: 2 of 2",
	}
	if got := strings.Join(told, "\n"); got != strings.Join(want, "\n") {
		t.Errorf("the story is\n%s\nwant\n%s\nin columns\n%s", got, strings.Join(want, "\n"), w.Text())
	}
	last := w.Steps[len(w.Steps)-1]
	if last.Blocked != "a receiver of results" || last.Note != "waits" {
		t.Errorf("the last step waits for %q (%s)", last.Blocked, last.Note)
	}
}

// TestTheNoteAboutAChannelIsAboutOneOfThem: of a select it names the place and the size of
// the same channel.
func TestTheNoteAboutAChannelIsAboutOneOfThem(t *testing.T) {
	results := analysistest.Run(t, analysistest.TestData(), chanuse.Analyzer, "twochannels")
	findings := results[0].Result.([]finding.Finding)
	if len(findings) != 1 || len(findings[0].Related) == 0 {
		t.Fatalf("findings %+v, want one with a related place", findings)
	}
	note := findings[0].Related[0]
	if line := results[0].Pass.Fset.Position(note.Pos).Line; line != 10 || !strings.Contains(note.Message, "room for 2") {
		t.Errorf("line %d: %q", line, note.Message)
	}
}
