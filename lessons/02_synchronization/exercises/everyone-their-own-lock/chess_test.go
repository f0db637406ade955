package chess

import (
	"sync"
	"testing"
)

// A sum is the simplest formula.
type sum struct{}

func (sum) Next(rating, points int) int { return rating + points }

// meddling does something else, once, in the middle of the first computation.
type meddling struct{ once *func() }

func (m meddling) Next(rating, points int) int {
	if f := *m.once; f != nil {
		*m.once = nil
		f()
	}
	return rating + points
}

func TestRatings(t *testing.T) {
	table := NewTable(sum{})
	table.Record("Anna", 10)
	table.Record("Anna", 5)
	table.Record("Ben", 7)
	if a, b, c := table.Rating("Anna"), table.Rating("Ben"), table.Rating("Cleo"); a != 15 || b != 7 || c != 0 {
		t.Errorf("ratings %d, %d, %d; want 15, 7, 0", a, b, c)
	}
}

// Anna's second game ends while her first one is being recorded.
func TestNoGameIsLost(t *testing.T) {
	second := make(chan struct{})
	var table *Table
	meddle := func() {
		before := goroutines()
		go func() {
			defer close(second)
			table.Record("Anna", 5)
		}()
		untilDone(second, before) // recorded, or waiting for its turn
	}
	table = NewTable(meddling{&meddle})
	finish(t, func() { table.Record("Anna", 10) })
	if verdict := ends(func() { <-second }); verdict != "" {
		t.Fatalf("the second game is never recorded. %s", verdict)
	}
	if got := table.Rating("Anna"); got != 15 {
		t.Errorf("Anna got 10 and 5 points, and has %d.\nThe second game was recorded in the middle of the first, and then overwritten.", got)
	}
}

// Two clubs have nothing to do with each other.
func TestClubsDoNotWaitForEachOther(t *testing.T) {
	other := NewTable(sum{})
	verdict := ""
	meddle := func() {
		verdict = ends(func() { other.Record("Ben", 7) })
	}
	before := NewTable(meddling{&meddle})
	finish(t, func() { before.Record("Anna", 10) })
	if verdict != "" {
		t.Errorf("while one club records a game, another club's game waits: two tables share one lock. %s", verdict)
	}
}

// Many games at once: for the race detector (go test -race).
func TestManyGames(t *testing.T) {
	table := NewTable(sum{})
	var games []Game
	for range 3 {
		games = append(games, Game{"Anna", 1})
	}
	var looking sync.WaitGroup
	looking.Go(func() { table.Rating("Anna") }) // somebody looks meanwhile
	table.RecordAll(games)
	looking.Wait()
	if got := table.Rating("Anna"); got != 3 {
		t.Errorf("after 3 games of 1 point Anna has %d", got)
	}
}
