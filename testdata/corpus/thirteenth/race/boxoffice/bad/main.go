package main

import (
	"fmt"
	"os"
	"sync"
	"time"
)

// BoxOffice sells the seats of one show.
type BoxOffice struct {
	mu    sync.Mutex
	seats int
	sold  int
}

func (b *BoxOffice) Left() int {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.seats - b.sold
}

func (b *BoxOffice) Sell() {
	b.mu.Lock()
	b.sold++
	b.mu.Unlock()
}

func chargeCard() { time.Sleep(100 * time.Microsecond) }

func customer(b *BoxOffice, wg *sync.WaitGroup) {
	defer wg.Done()
	if b.Left() > 0 { // BUG: check-then-act
		chargeCard()
		b.Sell() // BUG: check-then-act
	}
}

func main() {
	oversold := 0
	for show := 0; show < 50; show++ {
		office := &BoxOffice{seats: 1}
		var wg sync.WaitGroup
		for i := 0; i < 6; i++ {
			wg.Add(1)
			go customer(office, &wg)
		}
		wg.Wait()
		if office.Left() < 0 {
			oversold++
		}
	}
	fmt.Println("oversold shows:", oversold)
	if oversold > 0 {
		os.Exit(1)
	}
}
