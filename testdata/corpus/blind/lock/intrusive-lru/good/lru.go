package lru

import (
	"fmt"
	"strings"
	"sync"
)

type node[K comparable, V any] struct {
	prev, next *node[K, V]
	key        K
	val        V
	size       int
}

type locked[K comparable, V any] struct {
	sync.Mutex
	index map[K]*node[K, V]
	root  node[K, V] // ring; root.next is the youngest
	used  int
	gen   uint64
}

// Cache is a cache with a limit for the sum of sizes.
type Cache[K comparable, V any] struct {
	limit   int
	sizeOf  func(V) int
	onEvict func(K, V)

	l locked[K, V]
}

type Option[K comparable, V any] func(*Cache[K, V])

func OnEvict[K comparable, V any](f func(K, V)) Option[K, V] {
	return func(c *Cache[K, V]) { c.onEvict = f }
}

func New[K comparable, V any](limit int, sizeOf func(V) int, opts ...Option[K, V]) *Cache[K, V] {
	c := &Cache[K, V]{limit: limit, sizeOf: sizeOf, onEvict: func(K, V) {}}
	c.l.index = make(map[K]*node[K, V])
	c.l.root.prev, c.l.root.next = &c.l.root, &c.l.root
	for _, o := range opts {
		o(c)
	}
	return c
}

func (l *locked[K, V]) unlink(n *node[K, V]) {
	n.prev.next, n.next.prev = n.next, n.prev
	n.prev, n.next = nil, nil
}

func (l *locked[K, V]) pushFront(n *node[K, V]) {
	n.prev, n.next = &l.root, l.root.next
	n.prev.next, n.next.prev = n, n
}

func (l *locked[K, V]) drop(n *node[K, V]) {
	l.unlink(n)
	delete(l.index, n.key)
	l.used -= n.size
	l.gen++
}

func (c *Cache[K, V]) Get(k K) (v V, ok bool) {
	c.l.Lock()
	defer c.l.Unlock()
	return c.get(k)
}

// get needs the lock.
func (c *Cache[K, V]) get(k K) (v V, ok bool) {
	n := c.l.index[k]
	if n == nil {
		return v, false
	}
	c.l.unlink(n)
	c.l.pushFront(n)
	return n.val, true
}

func (c *Cache[K, V]) Put(k K, v V) {
	c.l.Lock()
	out := c.put(k, v)
	c.l.Unlock()
	for _, n := range out {
		c.onEvict(n.key, n.val)
	}
}

// put needs the lock and returns what had to go.
func (c *Cache[K, V]) put(k K, v V) (out []*node[K, V]) {
	if old := c.l.index[k]; old != nil {
		c.l.drop(old)
	}
	n := &node[K, V]{key: k, val: v, size: c.sizeOf(v)}
	c.l.index[k] = n
	c.l.pushFront(n)
	c.l.used += n.size
	for c.l.used > c.limit && c.l.root.prev != n {
		last := c.l.root.prev
		c.l.drop(last)
		out = append(out, last)
	}
	return out
}

// GetOrLoad loads a missing value without the lock; the first of several
// loaders wins.
func (c *Cache[K, V]) GetOrLoad(k K, load func(K) (V, error)) (V, error) {
	if v, ok := c.Get(k); ok {
		return v, nil
	}
	v, err := load(k)
	if err != nil {
		return v, fmt.Errorf("lru: %v: %w", k, err)
	}
	c.l.Lock()
	if first, ok := c.get(k); ok {
		c.l.Unlock()
		return first, nil
	}
	out := c.put(k, v)
	c.l.Unlock()
	for _, n := range out {
		c.onEvict(n.key, n.val)
	}
	return v, nil
}

// Remove drops entries and tells how many there were.
func (c *Cache[K, V]) Remove(keys ...K) (n int) {
	for _, k := range keys {
		c.l.Lock()
		if e, ok := c.l.index[k]; ok {
			c.l.drop(e)
			n++
		}
		c.l.Unlock()
	}
	return n
}

func (c *Cache[K, V]) String() string {
	c.l.Lock()
	defer c.l.Unlock()
	var sb strings.Builder
	for n := c.l.root.next; n != &c.l.root; n = n.next {
		fmt.Fprintf(&sb, "%v ", n.key)
	}
	return strings.TrimSpace(sb.String())
}
