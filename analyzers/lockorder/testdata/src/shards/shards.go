// Package main takes all locks of an array in the order of their indices.
package main

import (
	"fmt"
	"sync"
)

type shard struct {
	sync.Mutex
	m map[string]int
}

type sharded [4]shard

func (s *sharded) of(key string) *shard {
	h := 0
	for _, c := range key {
		h = h*31 + int(c)
	}
	return &s[h%len(s)]
}

func (s *sharded) add(key string) {
	sh := s.of(key)
	sh.Lock()
	defer sh.Unlock()
	if sh.m == nil {
		sh.m = map[string]int{}
	}
	sh.m[key]++
}

func (s *sharded) snapshot() map[string]int {
	all := map[string]int{}
	for i := range s {
		sh := &s[i]
		sh.Lock()
		for k, v := range sh.m {
			all[k] += v
		}
		sh.Unlock()
	}
	return all
}

func (s *sharded) lockAll() (unlock func()) {
	for i := range s {
		s[i].Lock()
	}
	return func() {
		for i := len(s) - 1; i >= 0; i-- {
			s[i].Unlock()
		}
	}
}

func main() {
	var s sharded
	var wg sync.WaitGroup
	for _, k := range []string{"a", "b", "c"} {
		wg.Go(func() { s.add(k) })
	}
	wg.Go(func() {
		defer s.lockAll()()
		for i := range s {
			s[i].m = nil
		}
	})
	wg.Wait()
	fmt.Println(s.snapshot())
}
