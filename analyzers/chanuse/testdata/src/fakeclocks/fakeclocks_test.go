// Package fakeclocks tests a clock, parallel subtests and groups of them.
package fakeclocks

import (
	"context"
	"sync"
	"testing"
	"time"
)

type clock struct {
	mu      sync.Mutex
	now     time.Time
	waiters []waiter
}

type waiter struct {
	at time.Time
	ch chan time.Time
}

func (c *clock) after(d time.Duration) <-chan time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	w := waiter{c.now.Add(d), make(chan time.Time, 1)}
	c.waiters = append(c.waiters, w)
	return w.ch
}

func (c *clock) advance(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
	var rest []waiter
	for _, w := range c.waiters {
		if w.at.After(c.now) {
			rest = append(rest, w)
			continue
		}
		w.ch <- c.now
	}
	c.waiters = rest
}

func TestClock(t *testing.T) {
	c := &clock{}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	got := make(chan time.Time)
	ch := c.after(time.Second)
	go func() {
		select {
		case v := <-ch:
			got <- v
		case <-ctx.Done():
		}
	}()
	c.advance(2 * time.Second)
	if v := <-got; v.IsZero() {
		t.Fatal("zero")
	}
}

func TestTable(t *testing.T) {
	var mu sync.Mutex
	seen := map[string]bool{}
	t.Cleanup(func() {
		if len(seen) != 2 {
			t.Error(seen)
		}
	})
	for _, name := range []string{"a", "b"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			mu.Lock()
			defer mu.Unlock()
			seen[name] = true
		})
	}
}

func TestGroup(t *testing.T) {
	seen := 0
	t.Run("group", func(t *testing.T) {
		results := make(chan int, 2)
		for i := range 2 {
			t.Run("", func(t *testing.T) {
				t.Parallel()
				results <- i
			})
		}
		seen++
	})
	if seen != 1 {
		t.Error(seen)
	}
}
