package main

import (
	"fmt"
	"sync"
	"time"
)

type Shop struct {
	mu      sync.Mutex
	arrived *sync.Cond
	chairs  int
	waiting []string
	closed  bool
	cut     int
}

func NewShop(chairs int) *Shop {
	s := &Shop{chairs: chairs}
	s.arrived = sync.NewCond(&s.mu)
	return s
}

// Enter takes a chair; it reports false when all are taken.
func (s *Shop) Enter(name string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.waiting) == s.chairs {
		return false
	}
	s.waiting = append(s.waiting, name)
	s.arrived.Signal()
	return true
}

// next waits for a customer; ok is false after closing time.
func (s *Shop) next() (name string, ok bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for len(s.waiting) == 0 && !s.closed {
		s.arrived.Wait()
	}
	if len(s.waiting) == 0 {
		return "", false
	}
	name, s.waiting = s.waiting[0], s.waiting[1:]
	s.cut++
	return name, true
}

func (s *Shop) Close() {
	s.mu.Lock()
	s.closed = true
	s.arrived.Broadcast()
	s.mu.Unlock()
}

func main() {
	shop := NewShop(5)
	var wg sync.WaitGroup
	for _, barber := range []string{"Figaro", "Sweeney", "Floyd"} {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for {
				name, ok := shop.next()
				if !ok {
					return
				}
				fmt.Println(barber, "cuts", name)
				time.Sleep(time.Millisecond)
			}
		}()
	}

	lost := 0
	for i := 0; i < 12; i++ {
		if !shop.Enter(fmt.Sprint("customer ", i)) {
			lost++
		}
		time.Sleep(500 * time.Microsecond)
	}
	time.Sleep(20 * time.Millisecond)
	shop.Close()
	wg.Wait()
	fmt.Println("all served:", shop.cut+lost == 12)
}
