// Package main holds a read lock twice, through the Locker that RLocker returns.
package main

import (
	"fmt"
	"sync"
)

type table struct {
	mu   sync.RWMutex
	rows map[string]int
}

func (t *table) set(key string, n int) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.rows[key] = n
}

func (t *table) get(key string) int {
	t.mu.RLock() // want `^deadlock: get takes the read lock of t.mu, which the same goroutine holds since readlockers.go:28; .*\(recursive-rlock\)$`
	defer t.mu.RUnlock()
	return t.rows[key]
}

func (t *table) sum(keys ...string) (n int) {
	l := t.mu.RLocker()
	l.Lock()
	defer l.Unlock()
	for _, key := range keys {
		n += t.get(key)
	}
	return n
}

func (t *table) reset() {
	l := t.mu.RLocker()
	l.Lock()
	defer l.Unlock()
	t.mu.Lock() // want `deadlock: reset locks t.mu, which the same goroutine holds since readlockers.go:38; .*\(lock-upgrade\)$`
	clear(t.rows)
	t.mu.Unlock()
}

func main() {
	t := &table{rows: make(map[string]int)}
	var wg sync.WaitGroup
	wg.Go(func() { t.set("a", 1) })
	fmt.Println(t.sum("a", "b"))
	wg.Wait()
	t.reset()
}
