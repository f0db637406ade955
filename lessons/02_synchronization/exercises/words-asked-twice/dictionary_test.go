package dictionary

import (
	"strings"
	"sync"
	"sync/atomic"
	"testing"
)

// A source that counts its questions, and lets something else happen during the
// first one.
type source struct {
	asked  atomic.Int32
	during func()
}

func (s *source) Translate(word string) string {
	if s.asked.Add(1) == 1 && s.during != nil {
		s.during()
	}
	return strings.ToUpper(word)
}

func TestWordsAreRemembered(t *testing.T) {
	s := &source{}
	d := New(s)
	for range 3 {
		finish(t, func() {
			if got := d.Translate("tree"); got != "TREE" {
				t.Errorf(`Translate("tree") = %q`, got)
			}
		})
	}
	d.Translate("sea")
	if s.asked.Load() != 2 || d.Known() != 2 {
		t.Errorf("two words cost %d questions, and %d are known; want 2 and 2", s.asked.Load(), d.Known())
	}
}

// Two readers meet the same new word at the same time.
func TestANewWordIsAskedForOnce(t *testing.T) {
	s := &source{}
	d := New(s)
	second := make(chan struct{})
	s.during = func() {
		before := goroutines()
		go func() {
			defer close(second)
			d.Translate("tree")
		}()
		untilDone(second, before) // answered, or waiting for the first one
	}
	if verdict := ends(func() {
		d.Translate("tree")
		<-second
	}); verdict != "" {
		t.Fatalf("two readers ask for the same new word. %s", verdict)
	}
	if n := s.asked.Load(); n != 1 {
		t.Errorf("two readers met the same new word, and the source was asked %d times. Each question costs money.", n)
	}
}

// For the race detector (go test -race).
func TestManyReaders(t *testing.T) {
	d := New(&source{})
	var readers sync.WaitGroup
	for _, word := range []string{"tree", "sea", "tree"} {
		readers.Go(func() {
			d.Translate(word)
			d.Known()
		})
	}
	readers.Wait()
	if d.Known() != 2 {
		t.Errorf("%d words are known, want 2", d.Known())
	}
}
