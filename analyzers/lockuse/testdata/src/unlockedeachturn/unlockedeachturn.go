// Package unlockedeachturn locks in loops and unlocks on each way to the next turn, or locks
// another one there.
package unlockedeachturn

import "sync"

type table struct {
	mu   sync.Mutex
	rows map[string]int
}

func (t *table) eachWay(words []string) {
	for _, w := range words {
		t.mu.Lock()
		if w == "" {
			t.mu.Unlock()
			continue
		}
		t.rows[w]++
		t.mu.Unlock()
	}
}

func (t *table) underCondition(words []string, shared bool) {
	for _, w := range words {
		if shared {
			t.mu.Lock()
		}
		t.rows[w]++
		if shared {
			t.mu.Unlock()
		}
	}
}

func (t *table) once(words []string) {
	locked := false
	for _, w := range words {
		if !locked {
			t.mu.Lock()
			locked = true
		}
		if w == "" {
			continue
		}
		t.rows[w]++
		t.mu.Unlock()
		locked = false
	}
	if locked {
		t.mu.Unlock()
	}
}

func (t *table) leaves(words []string) {
	for _, w := range words {
		t.mu.Lock()
		if w == "" {
			break
		}
		t.rows[w]++
		t.mu.Unlock()
	}
}

func (t *table) byHelper(words []string) {
	for _, w := range words {
		t.mu.Lock()
		if w == "" {
			t.giveUp()
			continue
		}
		t.rows[w]++
		t.mu.Unlock()
	}
}

func (t *table) giveUp() { t.mu.Unlock() }

func (t *table) byCallback(words []string, skip func()) {
	for _, w := range words {
		t.mu.Lock()
		if w == "" {
			skip()
			continue
		}
		t.rows[w]++
		t.mu.Unlock()
	}
}

func (t *table) later(words []string) {
	for _, w := range words {
		t.mu.Lock()
		if w == "" {
			go func() {
				defer t.mu.Unlock()
				t.rows[w]++
			}()
			continue
		}
		t.mu.Unlock()
	}
}

type node struct {
	mu   sync.Mutex
	next *node
	n    int
}

// All nodes stay locked that are not zero: each turn is another one's.
func lockAll(first *node) {
	for n := first; n != nil; n = n.next {
		n.mu.Lock()
		if n.n > 0 {
			continue
		}
		n.mu.Unlock()
	}
}

type list struct{ current *node }

func (l *list) lockAll() {
	for l.current != nil {
		l.current.mu.Lock()
		here := l.current
		l.current = here.next
		if here.n > 0 {
			continue
		}
		here.mu.Unlock()
	}
}

func each(tables []*table) {
	for i := range tables {
		t := &table{}
		t.mu.Lock()
		tables[i] = t
		if i > 0 {
			continue
		}
		t.mu.Unlock()
	}
}
