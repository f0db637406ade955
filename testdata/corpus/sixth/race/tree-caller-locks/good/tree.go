// Package tree is a sorted map that several goroutines may use.
package tree

import (
	"cmp"
	"sync"
)

type node[K cmp.Ordered, V any] struct {
	key         K
	val         V
	left, right *node[K, V]
}

// Map is a binary tree without balance.
type Map[K cmp.Ordered, V any] struct {
	mu   sync.RWMutex
	root *node[K, V]
	size int
}

// Put adds or replaces a value.
func (m *Map[K, V]) Put(k K, v V) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.root = m.insert(m.root, k, v)
}

func (m *Map[K, V]) insert(n *node[K, V], k K, v V) *node[K, V] {
	if n == nil {
		m.size++
		return &node[K, V]{key: k, val: v}
	}
	switch c := cmp.Compare(k, n.key); {
	case c < 0:
		n.left = m.insert(n.left, k, v)
	case c > 0:
		n.right = m.insert(n.right, k, v)
	default:
		n.val = v
	}
	return n
}

// Get finds a value.
func (m *Map[K, V]) Get(k K) (v V, ok bool) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	n := m.root
	for n != nil {
		switch {
		case k < n.key:
			n = n.left
		case k > n.key:
			n = n.right
		default:
			return n.val, true
		}
	}
	return v, false
}

// Len is the number of keys.
func (m *Map[K, V]) Len() int {
	m.mu.RLock()
	defer m.mu.RUnlock()
	return m.size
}

// Keys lists the keys in order.
func (m *Map[K, V]) Keys() []K {
	m.mu.RLock()
	defer m.mu.RUnlock()
	keys := make([]K, 0, m.size)
	m.root.walk(func(n *node[K, V]) { keys = append(keys, n.key) })
	return keys
}

func (n *node[K, V]) walk(f func(*node[K, V])) {
	if n == nil {
		return
	}
	n.left.walk(f)
	f(n)
	n.right.walk(f)
}

// Update changes every value.
func (m *Map[K, V]) Update(f func(K, V) V) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.root.walk(func(n *node[K, V]) { n.val = f(n.key, n.val) })
}

// Clear drops everything and tells how much it was.
func (m *Map[K, V]) Clear() int {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.reset()
}

func (m *Map[K, V]) reset() int {
	n := m.size
	m.root, m.size = nil, 0
	return n
}
