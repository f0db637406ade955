// Package decisionsstate looks for objects in a map and puts in what it has not found.
package decisionsstate

import (
	"sync"
	"sync/atomic"
)

type bucket struct {
	mu   sync.Mutex
	left int
}

func (b *bucket) take() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.left--
	return b.left >= 0
}

type Limiter struct {
	mu      sync.RWMutex
	buckets map[string]*bucket
	plan    func(string) int
}

func (l *Limiter) bucket(key string) *bucket {
	l.mu.RLock()
	b, ok := l.buckets[key] // related `the decision is made here, under an earlier lock`
	l.mu.RUnlock()
	if ok {
		return b
	}
	b = &bucket{left: l.plan(key)}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.buckets[key] = b // want `likely lost decision: bucket checks l.buckets.* \(check-then-act\)`
	return b
}

func (l *Limiter) Allow(key string) bool { return l.bucket(key).take() }

// Bucket is for others to call.
func (l *Limiter) Bucket(key string) *bucket {
	l.mu.RLock()
	b := l.buckets[key] // related `the decision is made here, under an earlier lock`
	l.mu.RUnlock()
	if b == nil {
		b = &bucket{left: l.plan(key)}
		l.mu.Lock()
		l.buckets[key] = b // want `likely lost decision: Bucket checks l.buckets, gives up l.mu and takes it again before it changes l.buckets; in between another goroutine may have done the same \(check-then-act\)`
		l.mu.Unlock()
	}
	return b
}

// Again looks again.
func (l *Limiter) Again(key string) *bucket {
	l.mu.RLock()
	b, ok := l.buckets[key]
	l.mu.RUnlock()
	if ok {
		return b
	}
	fresh := &bucket{left: l.plan(key)}
	l.mu.Lock()
	defer l.mu.Unlock()
	if b, ok := l.buckets[key]; ok {
		return b
	}
	l.buckets[key] = fresh
	return fresh
}

type counter struct{ n atomic.Int64 }

type Counters struct {
	mu     sync.Mutex
	byName map[string]*counter
}

func (c *Counters) Hit(name string) {
	c.mu.Lock()
	n := c.byName[name] // related `the decision is made here`
	c.mu.Unlock()
	if n == nil {
		n = new(counter)
		c.mu.Lock()
		c.byName[name] = n // want `likely lost decision: Hit checks c.byName.* \(check-then-act\)`
		c.mu.Unlock()
	}
	n.n.Add(1)
}

type page struct{ text string }

// A Cache may be filled twice: one page is as good as the other.
type Cache struct {
	mu    sync.Mutex
	pages map[string]*page
}

func (c *Cache) Get(name string, load func(string) string) *page {
	c.mu.Lock()
	p, ok := c.pages[name]
	c.mu.Unlock()
	if ok {
		return p
	}
	p = &page{load(name)}
	c.mu.Lock()
	c.pages[name] = p
	c.mu.Unlock()
	return p
}

// Close takes an object out twice, perhaps: that does no harm.
func (c *Counters) Close(name string) {
	c.mu.Lock()
	n, ok := c.byName[name]
	c.mu.Unlock()
	if !ok {
		return
	}
	n.n.Store(0)
	c.mu.Lock()
	delete(c.byName, name)
	c.mu.Unlock()
}

// Rename looks under one name and puts in under another one.
func (c *Counters) Rename(from, to string) {
	c.mu.Lock()
	n := c.byName[from]
	c.mu.Unlock()
	if n == nil {
		return
	}
	c.mu.Lock()
	c.byName[to] = n
	c.mu.Unlock()
}
