// Package ladder ranks players who challenge each other.
package ladder

import (
	"errors"
	"slices"
	"sync"
)

// ErrPlayer is returned for players not on the ladder.
var ErrPlayer = errors.New("ladder: no such player")

// Ladder is a list of players, the best first.
type Ladder struct {
	mu    sync.Mutex
	order []string
	wins  map[string]int
	games int
}

// New makes a ladder.
func New(players ...string) *Ladder {
	l := &Ladder{wins: make(map[string]int)}
	for _, p := range players {
		l.insert(p)
	}
	return l
}

// atomically runs f under the lock.
func (l *Ladder) atomically(f func() error) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	return f()
}

// insert, pos and swap must be called with mu held (or before the ladder is shared).
func (l *Ladder) insert(p string) {
	if l.pos(p) < 0 {
		l.order = append(l.order, p)
	}
}

func (l *Ladder) pos(p string) int { return slices.Index(l.order, p) }

func (l *Ladder) swap(i, k int) { l.order[i], l.order[k] = l.order[k], l.order[i] }

// Join adds a player at the end.
func (l *Ladder) Join(p string) {
	l.mu.Lock()
	l.insert(p)
	l.mu.Unlock()
}

// Won records that a beat b.
func (l *Ladder) Won(a, b string) error {
	return l.atomically(func() error {
		i, k := l.pos(a), l.pos(b)
		if i < 0 || k < 0 {
			return ErrPlayer
		}
		l.games++
		l.wins[a]++
		if i > k {
			l.swap(i, k)
		}
		return nil
	})
}

// Leave takes a player off the ladder.
func (l *Ladder) Leave(p string) error {
	return l.atomically(func() error {
		i := l.pos(p)
		if i < 0 {
			return ErrPlayer
		}
		l.order = slices.Delete(l.order, i, i+1)
		delete(l.wins, p)
		return nil
	})
}

// First returns the best player and the number of wins.
func (l *Ladder) First() (name string, wins int) {
	l.atomically(func() error {
		if len(l.order) > 0 {
			name = l.order[0]
			wins = l.wins[name]
		}
		return nil
	})
	return name, wins
}
