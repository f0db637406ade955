package main

import (
	"fmt"
	"hash/maphash"
	"sync"
)

const nshards = 4

type shard[V any] struct {
	sync.RWMutex
	m map[string]V
}

type Map[V any] struct {
	seed   maphash.Seed
	shards [nshards]shard[V]
}

func NewMap[V any]() *Map[V] {
	m := &Map[V]{seed: maphash.MakeSeed()}
	for i := range m.shards {
		m.shards[i].m = make(map[string]V)
	}
	return m
}

func (m *Map[V]) shardOf(k string) *shard[V] {
	return &m.shards[maphash.String(m.seed, k)%nshards]
}

func (m *Map[V]) Set(k string, v V) {
	s := m.shardOf(k)
	s.Lock()
	defer s.Unlock()
	s.m[k] = v
}

func (m *Map[V]) Get(k string) (V, bool) {
	s := m.shardOf(k)
	s.RLock()
	defer s.RUnlock()
	v, ok := s.m[k]
	return v, ok
}

// Snapshot is consistent over all shards.
func (m *Map[V]) Snapshot() map[string]V {
	for i := range m.shards {
		m.shards[i].RLock()
	}
	defer func() {
		for i := range m.shards {
			m.shards[i].RUnlock()
		}
	}()
	all := make(map[string]V)
	for i := range m.shards {
		for k, v := range m.shards[i].m {
			all[k] = v
		}
	}
	return all
}

// Clear empties the map.
func (m *Map[V]) Clear() {
	for i := range m.shards {
		s := &m.shards[i]
		s.Lock()
		clear(s.m)
		s.Unlock()
	}
}

func main() {
	m := NewMap[int]()
	var wg sync.WaitGroup
	for i := range 20 {
		wg.Go(func() { m.Set(fmt.Sprint("k", i), i) })
		wg.Go(func() { m.Snapshot() })
	}
	wg.Wait()
	v, ok := m.Get("k7")
	fmt.Println(len(m.Snapshot()), v, ok)
	m.Clear()
	fmt.Println(len(m.Snapshot()))
}
