// Package intern gives every distinct string a number.
package intern

import "sync"

// Table maps strings to numbers and back.
type Table struct {
	mu   sync.RWMutex
	ids  map[string]int
	strs []string
}

// ID returns the number of s, a new one if s was not seen before.
func (t *Table) ID(s string) int {
	t.mu.RLock()
	id, ok := t.ids[s]
	t.mu.RUnlock()
	if ok {
		return id
	}
	return t.add(s)
}

func (t *Table) add(s string) int {
	t.mu.Lock()
	defer t.mu.Unlock()
	if id, ok := t.ids[s]; ok {
		return id
	}
	if t.ids == nil {
		t.ids = make(map[string]int)
	}
	id := len(t.strs)
	t.ids[s] = id
	t.strs = append(t.strs, s)
	return id
}

// Str is the reverse of ID.
func (t *Table) Str(id int) string {
	t.mu.RLock()
	defer t.mu.RUnlock()
	return t.strs[id]
}
