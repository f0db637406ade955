// Package jumps leaves critical sections by labels, goto, panics and early returns.
package jumps

import (
	"errors"
	"sync"
)

type Board struct {
	mu    sync.Mutex
	cells [3][3]int
	moves int
	err   error
}

// Free leaves two loops at once; the lock is released behind them.
func (b *Board) Free() (x, y int) {
	b.mu.Lock()
search:
	for x = range b.cells {
		for y = range b.cells[x] {
			if b.cells[x][y] == 0 {
				b.moves++
				break search
			}
			if b.cells[x][y] < 0 {
				continue search
			}
		}
	}
	b.mu.Unlock()
	return x, y
}

// Retry jumps back to before the lock.
func (b *Board) Retry(limit int) int {
	tries := 0
again:
	b.mu.Lock()
	if b.moves > limit && tries < 3 {
		b.moves--
		b.mu.Unlock()
		tries++
		goto again
	}
	n := b.moves
	b.mu.Unlock()
	return n
}

// Set recovers with the lock released by its defer.
func (b *Board) Set(x, y, v int) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = errors.New("outside of the board")
			b.mu.Lock()
			b.err = err
			b.mu.Unlock()
		}
	}()
	b.mu.Lock()
	defer b.mu.Unlock()
	b.cells[x][y] = v
	b.moves++
	return nil
}

func (b *Board) Err() error {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch {
	case b.moves == 0:
		return nil
	case b.err != nil:
		return b.err
	default:
		b.moves = 0
	}
	return nil
}

// Loop unlocks and relocks in every turn.
func (b *Board) Loop(f func()) {
	b.mu.Lock()
	for b.moves < 10 {
		b.moves++
		b.mu.Unlock()
		f()
		b.mu.Lock()
	}
	b.mu.Unlock()
}
