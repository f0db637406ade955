// Package main shares the elements of slices and maps.
package main

import (
	"fmt"
	"sync"
)

type shard struct {
	mu   sync.Mutex
	keys int
}

type table struct {
	shards []*shard
}

func (t *table) add(i int) {
	s := t.shards[i]
	s.mu.Lock()
	s.keys++
	s.mu.Unlock()
}

func (t *table) total() (n int) {
	for _, s := range t.shards {
		n += s.keys // want `total reads .*keys without .*mu.*\(unlocked-field\)`
	}
	return n
}

func main() {
	t := &table{shards: []*shard{{}, {}}}
	done := make(chan struct{})
	go func() {
		t.add(0)
		close(done)
	}()
	fmt.Println(t.total())
	<-done
}
