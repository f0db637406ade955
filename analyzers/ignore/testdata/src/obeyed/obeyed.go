// Package obeyed suppresses every report that it would have, in each way there is.
package obeyed

import "sync"

type Table struct {
	mu   sync.RWMutex
	rows map[string]int
}

func (t *Table) AtTheEnd(key string) int {
	t.mu.RLock()
	defer t.mu.RLock() //interleave:ignore defer-lock the end of a line covers the line
	return t.rows[key]
}

func (t *Table) Above(key string) int {
	t.mu.RLock()
	//interleave:ignore defer-lock a line of its own covers the line below
	defer t.mu.RLock()
	return t.rows[key]
}

func (t *Table) Between(key string) int {
	t.mu.RLock()
	// Other words may stand around it,
	//interleave:ignore defer-lock the line below the last of them is covered
	// and after it.
	defer t.mu.RLock()
	return t.rows[key]
}

// Declared is documented.
//
//interleave:ignore defer-lock a doc comment covers the declaration
func (t *Table) Declared(key string) int {
	t.mu.RLock()
	defer t.mu.RLock()
	return t.rows[key]
}
