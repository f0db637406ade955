// Package localonces makes a Once or a lock anew for each call.
package localonces

import "sync"

type store struct {
	db    *int
	items map[string]int
}

func (s *store) open() {
	var once sync.Once // want `^not once: each call of open makes a Once of its own, .*\(local-once\)`
	once.Do(s.connect)
}

func (s *store) connect() { s.db = new(int) }

func (s *store) inc(key string) {
	var mu sync.Mutex // want `no protection: each call of inc makes a lock of its own.* \(local-once\)`
	mu.Lock()
	defer mu.Unlock()
	s.items[key]++
}

var total int

func add(n int) {
	mu := new(sync.RWMutex) // want `no protection.* \(local-once\)`
	mu.Lock()
	total += n
	mu.Unlock()
}

func each(keys []string, s *store) {
	for range keys {
		var once sync.Once // want `not once.* \(local-once\)`
		once.Do(s.connect)
	}
}
