// Package imported has comments that suppress nothing in the package by itself: a program that
// imports it may show what they are about.
package imported

import "sync"

// A Table has rows.
type Table struct {
	mu   sync.RWMutex
	rows map[string]int
}

// Row may be reported where it is used.
func (t *Table) Row(key string) int {
	t.mu.RLock()
	//interleave:ignore relock a program shows it
	defer t.mu.RUnlock()
	return t.rows[key]
}

// Rows is about a rule that needs no program.
func (t *Table) Rows() int {
	t.mu.RLock()
	// want +1 `^guarded-escape is not reported here any more: remove this comment \(ignore-comment\)$`
	//interleave:ignore guarded-escape there is none
	defer t.mu.RUnlock()
	return len(t.rows)
}

// Count had a channel once.
//
// want +2 `^abandoned-send is not reported here any more: remove this comment \(ignore-comment\)$`
//
//interleave:ignore abandoned-send it had one
func Count(list []int) (n int) {
	for range list {
		n++
	}
	return n
}

// First may leave a sender behind, where its caller shows that.
func First(list []int) int {
	ch := make(chan int, len(list))
	for _, n := range list {
		//interleave:ignore send-without-receiver there is room
		ch <- n
	}
	return <-ch
}
