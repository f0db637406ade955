// Package readlockersright gives back what it takes through the Locker that RLocker returns.
package readlockersright

import (
	"fmt"
	"sync"
)

type table struct {
	mu   sync.RWMutex
	rows map[string]int
}

func with(l sync.Locker, f func()) {
	l.Lock()
	defer l.Unlock()
	f()
}

func (t *table) get(key string) (n int, ok bool) {
	with(t.mu.RLocker(), func() { n, ok = t.rows[key] })
	return n, ok
}

func (t *table) set(key string, n int) {
	with(&t.mu, func() { t.rows[key] = n })
}

func Both() {
	t := &table{rows: make(map[string]int)}
	var wg sync.WaitGroup
	wg.Go(func() { fmt.Println(t.get("a")) })
	wg.Go(func() { t.set("a", 1) })
	wg.Wait()
	t.mu.RLock()
	t.mu.RLocker().Unlock()
}

func Turns() {
	var mu sync.RWMutex
	var wg sync.WaitGroup
	var c sync.Cond
	c.L = mu.RLocker()
	ready := false
	wg.Go(func() {
		mu.Lock()
		ready = true
		mu.Unlock()
		c.Broadcast()
	})
	c.L.Lock()
	for !ready {
		c.Wait()
	}
	c.L.Unlock()
	wg.Wait()
}
