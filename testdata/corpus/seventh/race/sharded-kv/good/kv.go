// Package kv is a generic key-value store in shards.
package kv

import (
	"hash/maphash"
	"sync"
)

const numShards = 8

type shard[V any] struct {
	sync.RWMutex
	data map[string]V
	hits uint64
}

// Store maps strings to values.
type Store[V any] struct {
	seed   maphash.Seed
	shards [numShards]shard[V]
}

// New makes an empty store.
func New[V any]() *Store[V] {
	s := &Store[V]{seed: maphash.MakeSeed()}
	for i := range s.shards {
		s.shards[i].data = make(map[string]V)
	}
	return s
}

func (s *Store[V]) pick(key string) *shard[V] {
	return &s.shards[maphash.String(s.seed, key)%numShards]
}

// Get returns a value.
func (s *Store[V]) Get(key string) (V, bool) {
	sh := s.pick(key)
	sh.RLock()
	defer sh.RUnlock()
	v, ok := sh.data[key]
	return v, ok
}

// Update replaces a value by what f makes of it.
func (s *Store[V]) Update(key string, f func(V, bool) V) V {
	sh := s.pick(key)
	sh.Lock()
	defer sh.Unlock()
	old, ok := sh.data[key]
	v := f(old, ok)
	sh.data[key] = v
	sh.hits++
	return v
}

// Len counts the keys, one shard after the other.
func (s *Store[V]) Len() int {
	n := 0
	for i := range s.shards {
		sh := &s.shards[i]
		sh.RLock()
		n += len(sh.data)
		sh.RUnlock()
	}
	return n
}

// Reset empties all shards at once.
func (s *Store[V]) Reset() (updates uint64) {
	for i := range s.shards {
		s.shards[i].Lock()
	}
	for i := range s.shards {
		sh := &s.shards[i]
		clear(sh.data)
		updates += sh.hits
		sh.hits = 0
	}
	for i := range s.shards {
		s.shards[i].Unlock()
	}
	return updates
}
