package feed

import (
	"slices"
	"testing"
	"time"
)

// A paper has headlines and takes a while for each, by the test's clock.
type paper struct {
	headlines []string
	takes     time.Duration
}

func (p *paper) Next() (string, bool) {
	if len(p.headlines) == 0 {
		return "", false
	}
	time.Sleep(p.takes)
	next := p.headlines[0]
	p.headlines = p.headlines[1:]
	return next, true
}

func TestOneSource(t *testing.T) {
	bubble(t, func(t *testing.T) {
		var got []string
		for headline := range Merge(&paper{[]string{"rain", "sun"}, time.Minute}) {
			got = append(got, headline)
		}
		if !slices.Equal(got, []string{"rain", "sun"}) {
			t.Errorf("one source with rain and sun: %q", got)
		}
	})
}

// The quick paper has one headline and ends; the slow one goes on.
func TestTheSlowOneIsHeardOut(t *testing.T) {
	bubble(t, func(t *testing.T) {
		quick := &paper{[]string{"goal"}, time.Second}
		slow := &paper{[]string{"tax", "law", "vote"}, time.Minute}
		var got []string
		for headline := range Merge(quick, slow) {
			got = append(got, headline)
		}
		if want := []string{"goal", "tax", "law", "vote"}; !slices.Equal(got, want) {
			t.Errorf("the headlines are %q, want %q: the channel was closed while a source was still sending", got, want)
		}
	})
}

func TestWithoutSourcesItIsClosed(t *testing.T) {
	bubble(t, func(t *testing.T) {
		for headline := range Merge() {
			t.Errorf("a headline from nowhere: %q", headline)
		}
		for headline := range Merge(&paper{}, &paper{}) {
			t.Errorf("a headline of empty papers: %q", headline)
		}
	})
}

// Quick ones do not wait for slow ones.
func TestSourcesAreReadAtTheSameTime(t *testing.T) {
	bubble(t, func(t *testing.T) {
		began := time.Now()
		for range Merge(&paper{[]string{"a", "b"}, time.Minute}, &paper{[]string{"c", "d"}, time.Minute}) {
		}
		if took := time.Since(began); took > 2*time.Minute {
			t.Errorf("two sources of two minutes each took %v; read at the same time they take 2m0s", took)
		}
	})
}
