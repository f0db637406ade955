package table

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
)

type quiet struct{}

func (quiet) First(int) {}
func (quiet) Eats(int)  {}

func TestTwoForks(t *testing.T) {
	table := New(2, quiet{})
	done := make(chan struct{})
	go func() {
		defer close(done)
		table.eat(0, table.forks[0], table.forks[1])
	}()
	table.eat(1, table.forks[1], table.forks[0])
	<-done
	if used := table.Used(); !slices.Equal(used, []int{2, 2}) {
		t.Errorf("after two meals with the same forks they were used %v times", used)
	}
}

// A slow waiter looks on: whoever has taken the first fork goes on when all seats
// have one, or when nobody else can take one.
type slow struct {
	seats int32
	first atomic.Int32
}

func (s *slow) Eats(int) {}

func (s *slow) First(int) {
	for s.first.Add(1); s.first.Load() < s.seats; runtime.Gosched() {
		if stands("First", "Eats") {
			return
		}
	}
}

// stands reports whether every philosopher waits for a fork, but for those who
// are with the waiter.
func stands(with ...string) bool {
	waiting := 0
	for _, stack := range goroutines() {
		if !strings.Contains(stack, "(*Table).eat(") {
			continue
		}
		if waits(stack) {
			waiting++
		} else if !slices.ContainsFunc(with, func(name string) bool { return strings.Contains(stack, ")."+name+"(") }) {
			return false
		}
	}
	return waiting > 0
}

func TestEverybodyEats(t *testing.T) {
	for _, seats := range []int{2, 3, 5} {
		table := New(seats, &slow{seats: int32(seats)})
		if verdict := ends(func() { table.Dine(1) }); verdict != "" {
			t.Fatalf("%d philosophers have sat down. %s", seats, verdict)
		}
		for i, used := range table.Used() {
			if used != 2 {
				t.Errorf("at a table for %d, fork %d was used for %d meals; want 2", seats, i, used)
			}
		}
	}
}

func TestManyMeals(t *testing.T) {
	table := New(5, quiet{})
	if verdict := ends(func() { table.Dine(300) }); verdict != "" {
		t.Fatalf("five philosophers have begun to eat 300 meals each. %s", verdict)
	}
	if got, want := fmt.Sprint(table.Used()), "[600 600 600 600 600]"; got != want {
		t.Errorf("after 300 meals each the forks were used %s times, want %s", got, want)
	}
}

// A couple eats together: each waits for the other to eat as well.
type couple struct{ both sync.WaitGroup }

func (c *couple) First(int) {}

func (c *couple) Eats(int) {
	c.both.Done()
	c.both.Wait()
}

// Philosophers 0 and 2 share no fork.
func TestTwoEatAtTheSameTime(t *testing.T) {
	waiter := &couple{}
	waiter.both.Add(2)
	table := New(4, waiter)
	verdict := ends(func() {
		var dinner sync.WaitGroup
		for _, i := range []int{0, 2} {
			dinner.Go(func() { table.eat(i, table.forks[i], table.forks[i+1]) })
		}
		dinner.Wait()
	})
	if verdict != "" {
		t.Errorf("two who share no fork cannot eat at the same time: one eats, and the other looks on. %s", verdict)
	}
}
