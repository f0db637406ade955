// Package readlockers uses the Locker that RLocker returns as it uses no other lock.
package readlockers

import (
	"fmt"
	"sync"
)

type table struct {
	mu   sync.RWMutex
	rows map[string]int
}

func (t *table) get(key string) (int, bool) {
	l := t.mu.RLocker()
	l.Lock() // want `get leaves without unlocking t.mu; .*\(missing-unlock\)`
	n, ok := t.rows[key]
	if !ok {
		return 0, false
	}
	l.Unlock()
	return n, true
}

func (t *table) set(key string, n int) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.rows[key] = n
}

func Forgotten() {
	t := &table{rows: make(map[string]int)}
	var wg sync.WaitGroup
	wg.Go(func() { fmt.Println(t.get("a")) })
	wg.Wait()
	t.set("a", 1)
}
