package main

import (
	"fmt"
	"sync"
)

type account struct {
	mu    sync.Mutex
	iban  string
	cents int64
}

type bank []*account

func pay(from, to *account, cents int64) bool {
	if from == to {
		return true
	}
	first, second := from, to
	if second.iban < first.iban {
		first, second = second, first
	}
	first.mu.Lock()
	defer first.mu.Unlock()
	second.mu.Lock()
	defer second.mu.Unlock()
	if from.cents < cents {
		return false
	}
	from.cents -= cents
	to.cents += cents
	return true
}

func (b bank) total() (sum int64) {
	for _, a := range b {
		a.mu.Lock()
		defer a.mu.Unlock()
	}
	for _, a := range b {
		sum += a.cents
	}
	return sum
}

func main() {
	var b bank
	for i := range 5 {
		b = append(b, &account{iban: fmt.Sprintf("NL%02d", i), cents: 1000})
	}
	var wg sync.WaitGroup
	for c := range 4 {
		wg.Go(func() {
			for i := range 300 {
				from, to := b[(i+c)%5], b[(i*3+c*2)%5]
				pay(from, to, int64(i%90))
				if i%50 == 0 && b.total() != 5000 {
					panic("money leaked")
				}
			}
		})
	}
	wg.Wait()
	fmt.Println(b.total())
}
