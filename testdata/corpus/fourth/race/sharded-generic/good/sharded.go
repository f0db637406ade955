// Package sharded has a map for many goroutines.
package sharded

import (
	"hash/maphash"
	"iter"
	"sync"
)

const shards = 16

type shard[K comparable, V any] struct {
	sync.RWMutex
	m map[K]V
}

// Map is a map with a lock per shard. Use New.
type Map[K comparable, V any] struct {
	seed   maphash.Seed
	shards [shards]shard[K, V]
}

func New[K comparable, V any]() *Map[K, V] {
	m := &Map[K, V]{seed: maphash.MakeSeed()}
	for i := range m.shards {
		m.shards[i].m = make(map[K]V)
	}
	return m
}

func (m *Map[K, V]) shard(k K) *shard[K, V] {
	return &m.shards[maphash.Comparable(m.seed, k)%shards]
}

func (m *Map[K, V]) Load(k K) (V, bool) {
	s := m.shard(k)
	s.RLock()
	defer s.RUnlock()
	v, ok := s.m[k]
	return v, ok
}

func (m *Map[K, V]) Store(k K, v V) {
	s := m.shard(k)
	s.Lock()
	s.m[k] = v
	s.Unlock()
}

// LoadOrMake returns the value of k, made by f if there is none. f must not
// use the map.
func (m *Map[K, V]) LoadOrMake(k K, f func() V) V {
	if v, ok := m.Load(k); ok {
		return v
	}
	s := m.shard(k)
	s.Lock()
	defer s.Unlock()
	if v, ok := s.m[k]; ok {
		return v
	}
	v := f()
	s.m[k] = v
	return v
}

func (m *Map[K, V]) Delete(k K) {
	s := m.shard(k)
	s.Lock()
	defer s.Unlock()
	delete(s.m, k)
}

// All yields all pairs. No lock is held while the loop body runs, so the body
// may use the map; it sees each shard as it was when its turn came.
func (m *Map[K, V]) All() iter.Seq2[K, V] {
	return func(yield func(K, V) bool) {
		type pair struct {
			k K
			v V
		}
		var ps []pair
		for i := range m.shards {
			s := &m.shards[i]
			ps = ps[:0]
			s.RLock()
			for k, v := range s.m {
				ps = append(ps, pair{k, v})
			}
			s.RUnlock()
			for _, p := range ps {
				if !yield(p.k, p.v) {
					return
				}
			}
		}
	}
}

// Len locks all shards for an exact count.
func (m *Map[K, V]) Len() int {
	n := 0
	for i := range m.shards {
		m.shards[i].RLock()
		defer m.shards[i].RUnlock()
		n += len(m.shards[i].m)
	}
	return n
}
