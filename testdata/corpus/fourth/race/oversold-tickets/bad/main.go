package main

import (
	"fmt"
	"os"
	"sync"
	"time"
)

// Show is one evening in the theatre.
type Show struct {
	title string
	mu    sync.Mutex
	free  int
	sold  map[string]int
}

func NewShow(title string, seats int) *Show {
	return &Show{title: title, free: seats, sold: map[string]int{}}
}

func (s *Show) Free() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.free
}

func (s *Show) take(customer string, n int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.free -= n // BUG: check-then-act
	s.sold[customer] += n
}

// Book sells n seats, or none.
func (s *Show) Book(customer string, n int) bool {
	if s.Free() < n { // BUG: check-then-act
		return false
	}
	checkCard(customer)
	s.take(customer, n) // BUG: check-then-act
	return true
}

// checkCard takes a moment, as the bank's service is slow
func checkCard(string) { time.Sleep(2 * time.Millisecond) }

func main() {
	show := NewShow("Hamlet", 10)
	var wg sync.WaitGroup
	for i := 0; i < 8; i++ {
		name := fmt.Sprint("customer-", i)
		wg.Go(func() {
			if !show.Book(name, 3) {
				fmt.Println(name, "goes home")
			}
		})
	}
	wg.Wait()
	if left := show.Free(); left < 0 {
		fmt.Println("oversold by", -left)
		os.Exit(1)
	}
	fmt.Println(show.title, "has", show.Free(), "seats left")
}
