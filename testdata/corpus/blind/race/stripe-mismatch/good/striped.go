// Package striped counts words with a few locks.
package striped

import (
	"hash/fnv"
	"sync"
)

const stripes = 8

type bucket struct {
	sync.Mutex
	counts map[string]int
}

// Counter counts words.
type Counter struct {
	locks   [stripes]sync.Mutex
	buckets [stripes]map[string]int
	total   int
	totalMu sync.Mutex
}

// New makes an empty counter.
func New() *Counter {
	c := new(Counter)
	for i := range c.buckets {
		c.buckets[i] = make(map[string]int)
	}
	return c
}

func slot(w string) int {
	h := fnv.New32a()
	h.Write([]byte(w))
	return int(h.Sum32() % stripes)
}

// Add counts a word and returns how often it came so far.
func (c *Counter) Add(w string) int {
	i := slot(w)
	c.locks[i].Lock()
	defer c.locks[i].Unlock()
	c.buckets[i][w]++
	c.bump()
	return c.buckets[i][w]
}

// Count returns how often a word came.
func (c *Counter) Count(w string) int {
	i := slot(w)
	c.locks[i].Lock()
	defer c.locks[i].Unlock()
	return c.buckets[i][w]
}

func (c *Counter) bump() {
	c.totalMu.Lock()
	c.total++
	c.totalMu.Unlock()
}

// Total is the number of words counted.
func (c *Counter) Total() int {
	c.totalMu.Lock()
	defer c.totalMu.Unlock()
	return c.total
}
