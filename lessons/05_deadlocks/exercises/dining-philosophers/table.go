// Package table seats philosophers around a table.
package table

import "sync"

// A Fork lies between two philosophers, who share it.
type Fork struct {
	mu   sync.Mutex // guards used
	used int        // how many meals it was used for
}

// A Waiter looks on. He is told when somebody has taken the first fork, and when
// somebody eats, which takes a while.
type Waiter interface {
	First(philosopher int)
	Eats(philosopher int)
}

// A Table has as many forks as seats.
type Table struct {
	waiter Waiter
	forks  []*Fork
}

// New returns a table with so many seats, at least two.
func New(seats int, waiter Waiter) *Table {
	t := &Table{waiter: waiter}
	for range seats {
		t.forks = append(t.forks, new(Fork))
	}
	return t
}

// Used returns how many meals each fork was used for.
func (t *Table) Used() []int {
	var used []int
	for _, f := range t.forks {
		f.mu.Lock()
		used = append(used, f.used)
		f.mu.Unlock()
	}
	return used
}

// eat is one meal with two forks.
func (t *Table) eat(philosopher int, left, right *Fork) {
	left.mu.Lock()
	defer left.mu.Unlock()
	t.waiter.First(philosopher)
	right.mu.Lock()
	defer right.mu.Unlock()
	t.waiter.Eats(philosopher)
	left.used++
	right.used++
}

// Dine lets every philosopher eat so many meals, all of them at the same time.
func (t *Table) Dine(meals int) {
	var dinner sync.WaitGroup
	for i, left := range t.forks {
		right := t.forks[(i+1)%len(t.forks)]
		dinner.Go(func() {
			for range meals {
				t.eat(i, left, right)
			}
		})
	}
	dinner.Wait()
}
