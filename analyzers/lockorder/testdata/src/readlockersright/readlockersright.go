// Package main takes turns under an RWMutex and the Locker that its RLocker returns.
package main

import (
	"fmt"
	"sync"
)

type table struct {
	mu     sync.RWMutex
	filled *sync.Cond
	rows   map[string]int
}

func newTable() *table {
	t := &table{rows: make(map[string]int)}
	t.filled = sync.NewCond(t.mu.RLocker())
	return t
}

func (t *table) set(key string, n int) {
	t.mu.Lock()
	t.rows[key] = n
	t.mu.Unlock()
	t.filled.Broadcast()
}

// wait gives the read lock back while it waits, so that set gets at the rows.
func (t *table) wait(key string) int {
	t.filled.L.Lock()
	defer t.filled.L.Unlock()
	for t.rows[key] == 0 {
		t.filled.Wait()
	}
	return t.rows[key]
}

func (t *table) size() int {
	l := t.mu.RLocker()
	l.Lock()
	n := len(t.rows)
	l.Unlock()
	t.mu.Lock()
	defer t.mu.Unlock()
	return n
}

func main() {
	t := newTable()
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() { fmt.Println(t.wait("a")) })
	}
	t.set("a", 1)
	wg.Wait()
	fmt.Println(t.size())
}
