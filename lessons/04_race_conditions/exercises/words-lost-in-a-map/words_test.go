package words

import (
	"maps"
	"sync/atomic"
	"testing"
)

func one(string) int { return 1 }

func TestOneText(t *testing.T) {
	finish(t, func() {
		got := Count(one, []string{"to be or not to be"})
		if want := map[string]int{"to": 2, "be": 2, "or": 1, "not": 1}; !maps.Equal(got, want) {
			t.Errorf("Count = %v, want %v", got, want)
		}
		if got := Count(one, nil); len(got) != 0 {
			t.Errorf("Count of no texts = %v", got)
		}
	})
}

// Two texts hold the same word. Whoever weighs it first goes on when the other
// one weighs it too, or waits for a lock.
func TestNoWordIsLost(t *testing.T) {
	before := goroutines()
	var weighing atomic.Int32
	weight := func(string) int {
		weighing.Add(1)
		for weighing.Load() < 2 && !othersWait(before) {
		}
		return 1
	}
	var got map[string]int
	finish(t, func() { got = Count(weight, []string{"tree", "tree"}) })
	if got["tree"] != 2 {
		t.Errorf("two texts say tree, and Count says %d.\nBoth have read the old count before one of them wrote the new one.", got["tree"])
	}
}

// Texts are read at the same time: none waits for another to be weighed.
func TestTextsAreReadAtTheSameTime(t *testing.T) {
	arrived := make(chan struct{}, 2)
	both := make(chan struct{})
	go func() {
		<-arrived
		<-arrived
		close(both)
	}()
	verdict := ends(func() {
		Count(func(string) int {
			arrived <- struct{}{}
			<-both
			return 1
		}, []string{"tree", "sea"})
	})
	if verdict != "" {
		t.Errorf("two texts with one word each: while the one is weighed, the other waits. %s", verdict)
	}
}

// Different words, one map: for the race detector (go test -race).
func TestDifferentWords(t *testing.T) {
	got := Count(one, []string{"tree", "sea"})
	if want := map[string]int{"tree": 1, "sea": 1}; !maps.Equal(got, want) {
		t.Errorf("Count = %v, want %v", got, want)
	}
}
