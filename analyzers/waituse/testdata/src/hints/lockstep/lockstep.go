// Package lockstep lets goroutines run one after the other.
package lockstep

import (
	"sync"
	"time"
)

func price(string) int { time.Sleep(time.Second); return 1 }

func prices(shops []string) (list []int) {
	answers := make(chan int)
	for _, shop := range shops {
		go func() { answers <- price(shop) }()
		list = append(list, <-answers) // want `one after the other: each turn of this loop starts a goroutine and waits for its answer.*\(accidentally-sequential\)`
	}
	return list
}

type store struct {
	mu   sync.Mutex
	list []int // guarded by mu
	wg   sync.WaitGroup
}

func (s *store) add(shop string) {
	s.mu.Lock() // want `each of these goroutines holds the lock for the whole of its work.*\(accidentally-sequential\)`
	defer s.mu.Unlock()
	s.list = append(s.list, price(shop))
	s.wg.Done()
}

func (s *store) addAll(shops []string) {
	for _, shop := range shops {
		s.wg.Add(1)
		go s.add(shop)
	}
	s.wg.Wait()
}

func together(shops []string) (list []int) {
	answers := make(chan int)
	for _, shop := range shops {
		go func() { answers <- price(shop) }()
	}
	for range shops {
		list = append(list, <-answers)
	}
	return list
}

func (s *store) addShort(shop string) {
	defer s.wg.Done()
	p := price(shop)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.list = append(s.list, p)
}

func (s *store) addAllShort(shops []string) {
	for _, shop := range shops {
		s.wg.Add(1)
		go s.addShort(shop)
	}
	s.wg.Wait()
}
