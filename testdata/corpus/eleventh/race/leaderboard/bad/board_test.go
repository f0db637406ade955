package leaderboard

import (
	"sync"
	"testing"
)

func TestTopOrder(t *testing.T) {
	b := New()
	b.Award("mira", 3)
	b.Award("jun", 7)
	b.Award("ola", 3)
	got := b.Top(2)
	want := []Entry{{"jun", 7}, {"mira", 3}}
	for i := range want {
		if got[i] != want[i] {
			t.Fatalf("row %d: got %v, want %v", i, got[i], want[i])
		}
	}
}

func TestConcurrentAwards(t *testing.T) {
	b := New()
	var wg sync.WaitGroup
	for range 20 {
		wg.Go(func() { b.Award("mira", 1) })
	}
	wg.Wait()
	if p, _ := b.Points("mira"); p != 20 {
		t.Fatalf("points = %d", p)
	}
	if !b.Disqualify("mira") || len(b.Top(5)) != 0 {
		t.Fatal("mira is still listed")
	}
}
