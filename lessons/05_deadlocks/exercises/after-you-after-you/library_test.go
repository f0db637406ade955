package library

import (
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
)

type quick struct{}

func (quick) Climb(*Shelf) {}

// A meeting holds a clerk up on the ladder until another one is up too, or waits.
type meeting struct{ up atomic.Int32 }

func (m *meeting) Climb(*Shelf) {
	for m.up.Add(1); m.up.Load() < 2 && !othersWait(); {
		runtime.Gosched()
	}
}

// othersWait reports whether some other clerk waits for a lock.
func othersWait() bool {
	for _, stack := range goroutines() {
		if strings.Contains(stack, ".Exchange(") && waits(stack) {
			return true
		}
	}
	return false
}

func TestBooksAreExchanged(t *testing.T) {
	a, b := NewShelf(1, "Emma", "Faust"), NewShelf(2, "Hamlet")
	finish(t, func() { Exchange(quick{}, a, b) })
	if a.Books() != 1 || b.Books() != 2 {
		t.Errorf("shelves with 2 and 1 books were exchanged; now they hold %d and %d", a.Books(), b.Books())
	}
	finish(t, func() { Exchange(quick{}, a, a) })
}

// Two clerks exchange the same shelves, and each begins at another end.
func TestTwoClerks(t *testing.T) {
	a, b := NewShelf(1, "Emma", "Faust"), NewShelf(2, "Hamlet")
	ladder := &meeting{}
	verdict := ends(func() {
		var clerks sync.WaitGroup
		clerks.Go(func() { Exchange(ladder, a, b) })
		clerks.Go(func() { Exchange(ladder, b, a) })
		clerks.Wait()
	})
	if verdict != "" {
		t.Fatalf("Exchange(a, b) and Exchange(b, a) began at the same moment. %s\n"+
			"Each of them holds a shelf and tries for the one that the other holds.", verdict)
	}
	if a.Books() != 2 || b.Books() != 1 {
		t.Errorf("exchanged twice, the shelves hold %d and %d books; want 2 and 1", a.Books(), b.Books())
	}
}

// Clerks at other shelves are not held up.
func TestOtherShelves(t *testing.T) {
	ladder := &meeting{}
	a, b, c, d := NewShelf(1), NewShelf(2), NewShelf(3), NewShelf(4)
	verdict := ends(func() {
		var clerks sync.WaitGroup
		clerks.Go(func() { Exchange(ladder, a, b) })
		clerks.Go(func() { Exchange(ladder, c, d) })
		clerks.Wait()
	})
	if verdict != "" {
		t.Fatal(verdict)
	}
	if ladder.up.Load() < 2 {
		t.Error("a clerk was not on the ladder")
	}
}

func TestManyClerks(t *testing.T) {
	shelves := []*Shelf{NewShelf(1, "Emma"), NewShelf(2, "Faust", "Hamlet"), NewShelf(3)}
	finish(t, func() {
		var clerks sync.WaitGroup
		for i := range 3 {
			clerks.Go(func() {
				for range 200 {
					Exchange(quick{}, shelves[i], shelves[(i+1)%3])
				}
			})
		}
		clerks.Wait()
	})
	total := 0
	for _, s := range shelves {
		total += s.Books()
	}
	if total != 3 {
		t.Errorf("three books were on the shelves, and now there are %d", total)
	}
}
