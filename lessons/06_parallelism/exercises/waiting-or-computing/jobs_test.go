package jobs

import (
	"context"
	"errors"
	"sync"
	"testing"
	"time"
)

// A gauge counts how many jobs of a kind run at the same time. Each takes a
// second, by the test's clock.
type gauge struct {
	mu    sync.Mutex // guards now, peak and total
	now   map[Kind]int
	peak  map[Kind]int
	total int
}

func newGauge() *gauge { return &gauge{now: make(map[Kind]int), peak: make(map[Kind]int)} }

func (g *gauge) change(kind Kind, by int) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.now[kind] += by
	g.peak[kind] = max(g.peak[kind], g.now[kind])
	if by > 0 {
		g.total++
	}
}

func (g *gauge) jobs(kind Kind, n int) []Job {
	var all []Job
	for range n {
		all = append(all, Job{kind, func(ctx context.Context) error {
			g.change(kind, +1)
			defer g.change(kind, -1)
			select {
			case <-time.After(time.Second):
				return nil
			case <-ctx.Done():
				return ctx.Err()
			}
		}})
	}
	return all
}

func TestTheLimitsHoldAndAreUsed(t *testing.T) {
	bubble(t, func(t *testing.T) {
		g := newGauge()
		began := time.Now()
		if err := all(t.Context(), append(g.jobs(Waits, 40), g.jobs(Computes, 8)...), 10, 2); err != nil {
			t.Errorf("all = %v", err)
		}
		if g.peak[Waits] != 10 || g.peak[Computes] != 2 {
			t.Errorf("of those that wait %d ran at the same time, of those that compute %d; want 10 and 2", g.peak[Waits], g.peak[Computes])
		}
		if took := time.Since(began); took != 4*time.Second {
			t.Errorf("40 jobs, 10 at a time, and 8 jobs, 2 at a time, took %v; both kinds together take 4s", took)
		}
		if g.total != 48 {
			t.Errorf("%d of 48 jobs were run", g.total)
		}
	})
}

// The jobs that wait come first in the list, and the others do not wait for them.
func TestOneKindDoesNotHoldUpTheOther(t *testing.T) {
	for _, kinds := range [][2]Kind{{Waits, Computes}, {Computes, Waits}} {
		bubble(t, func(t *testing.T) {
			g := newGauge()
			var list []Job
			list = append(list, g.jobs(kinds[0], 20)...)
			began := time.Now()
			var quick time.Duration // when it ran; read after all
			list = append(list, Job{kinds[1], func(context.Context) error {
				quick = time.Since(began)
				return nil
			}})
			if err := all(t.Context(), list, 1, 1); err != nil {
				t.Errorf("all = %v", err)
			}
			if quick > 0 {
				t.Errorf("a job of one kind began after %v: it waited until jobs of the other kind have had their turn", quick)
			}
		})
	}
}

func TestTheFirstErrorEndsTheRest(t *testing.T) {
	bubble(t, func(t *testing.T) {
		lost := errors.New("connection lost")
		g := newGauge()
		list := g.jobs(Waits, 100)
		list[3].Run = func(context.Context) error {
			time.Sleep(500 * time.Millisecond)
			return lost
		}
		began := time.Now()
		err := all(t.Context(), list, 5, 1)
		if !errors.Is(err, lost) {
			t.Errorf("all = %v, want %v", err, lost)
		}
		if took := time.Since(began); took > 500*time.Millisecond {
			t.Errorf("a job failed after 500ms, and all returned after %v: the rest was run all the same", took)
		}
		if g.now[Waits] != 0 {
			t.Errorf("all has returned, and %d jobs still run", g.now[Waits])
		}
	})
}

func TestNothingToDo(t *testing.T) {
	bubble(t, func(t *testing.T) {
		if err := All(t.Context(), nil); err != nil {
			t.Errorf("All of no jobs = %v", err)
		}
	})
}
