package geo

import "testing"

func TestWhere(t *testing.T) {
	g := New(func(string) (Point, error) { return Point{48.1, 11.6}, nil })
	for range 2 {
		p, err := g.Where("Munich") // BUG: double-lock
		if err != nil || p.Lat != 48.1 {
			t.Error(p, err)
		}
	}
	if g.Misses() != 1 {
		t.Errorf("%d misses", g.Misses())
	}
}
