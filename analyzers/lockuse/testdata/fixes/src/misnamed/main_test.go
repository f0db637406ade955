package misnamed

import (
	"sync"
	"testing"
)

type board struct {
	mu   sync.RWMutex
	rows []string
}

func (b *board) first() string {
	b.mu.RLock()
	defer b.mu.Unlock() // want `\(unlock-of-unlocked\)`
	return b.rows[0]
}

func (b *board) add(row string) {
	b.mu.Lock()
	b.rows = append(b.rows, row)
	b.mu.RUnlock() // want `\(unlock-of-unlocked\)`
}

func TestFirst(t *testing.T) {
	b := &board{rows: []string{"a"}}
	if b.first() != "a" {
		t.Error(b.rows)
	}
}

func TestAdd(t *testing.T) {
	b := new(board)
	b.add("b")
	b.add("c")
}
