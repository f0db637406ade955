// Package localshared shares its local locks and Onces.
package localshared

import "sync"

func connect() {}

func inLoop(keys []string) {
	var once sync.Once
	for range keys {
		once.Do(connect)
	}
}

func severalPlaces(a, b bool) {
	var once sync.Once
	if a {
		once.Do(connect)
	}
	if b {
		once.Do(connect)
	}
}

func captured(keys []string) {
	var once sync.Once
	var mu sync.Mutex
	var wg sync.WaitGroup
	n := 0
	for range keys {
		wg.Go(func() {
			once.Do(connect)
			mu.Lock()
			defer mu.Unlock()
			n++
		})
	}
	wg.Wait()
}

func returned() func() {
	var once sync.Once
	return func() { once.Do(connect) }
}

func passedOn(s *[]int) {
	var mu sync.Mutex
	mu.Lock()
	work(&mu, s)
	mu.Unlock()
}

func work(mu *sync.Mutex, s *[]int) { *s = append(*s, 1) }

// It measures the lock.
func measure(n int) {
	var mu sync.Mutex
	for range n {
		mu.Lock()
		mu.Unlock()
	}
}

type object struct {
	mu sync.Mutex
	n  int
}

func fresh() *object {
	o := &object{}
	o.mu.Lock()
	defer o.mu.Unlock()
	o.n = 1
	return o
}
