// Package main uses maps in several goroutines, and they are never in each other's way.
package main

import (
	"fmt"
	"maps"
	"strings"
	"sync"
	"sync/atomic"
)

// read fills a map before the goroutines start that read it.
func read() {
	m := map[string]int{}
	m["a"] = 1
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() { fmt.Println(m["a"], len(m)) })
	}
	wg.Wait()
	m["b"] = 2
}

// own gives each goroutine a map of its own.
func own(texts []string) map[string]int {
	parts := make([]map[string]int, len(texts))
	var wg sync.WaitGroup
	for i, text := range texts {
		wg.Go(func() {
			counts := make(map[string]int)
			for word := range strings.FieldsSeq(text) {
				counts[word]++
			}
			parts[i] = counts
		})
	}
	wg.Wait()
	all := make(map[string]int)
	for _, p := range parts {
		for word, n := range p {
			all[word] += n
		}
	}
	return all
}

// A table is replaced as a whole.
type table struct {
	mu   sync.Mutex // held by writers
	rows atomic.Pointer[map[string]int]
}

func (t *table) set(key string, n int) {
	t.mu.Lock()
	defer t.mu.Unlock()
	rows := make(map[string]int)
	if old := t.rows.Load(); old != nil {
		maps.Copy(rows, *old)
	}
	rows[key] = n
	t.rows.Store(&rows)
}

func (t *table) get(key string) int {
	if rows := t.rows.Load(); rows != nil {
		return (*rows)[key]
	}
	return 0
}

// handed moves a map from one goroutine to the next.
func handed() {
	ch := make(chan map[string]int)
	done := make(chan struct{})
	go func() {
		defer close(done)
		m := <-ch
		m["b"] = 2
		fmt.Println(len(m))
	}()
	m := map[string]int{"a": 1}
	m["c"] = 3
	ch <- m
	<-done
}

func main() {
	read()
	fmt.Println(len(own([]string{"a b", "b c"})))
	t := &table{}
	var wg sync.WaitGroup
	wg.Go(func() { t.set("a", 1) })
	wg.Go(func() { t.set("b", 1) })
	wg.Go(func() { fmt.Println(t.get("a")) })
	wg.Wait()
	handed()
}
