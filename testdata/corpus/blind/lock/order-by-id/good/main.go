package main

import (
	"fmt"
	"sync"
)

type account struct {
	id  int
	mu  sync.Mutex
	sum int
}

func lockBoth(a, b *account) (unlock func()) {
	if a.id > b.id {
		a, b = b, a
	}
	a.mu.Lock()
	b.mu.Lock()
	return func() {
		b.mu.Unlock()
		a.mu.Unlock()
	}
}

func transfer(from, to *account, n int) {
	if from == to {
		return
	}
	defer lockBoth(from, to)()
	from.sum -= n
	to.sum += n
}

func main() {
	accs := []*account{{id: 0, sum: 50}, {id: 1, sum: 50}, {id: 2, sum: 50}}
	var wg sync.WaitGroup
	for i := range 30 {
		wg.Go(func() { transfer(accs[i%3], accs[(i*2+1)%3], 1) })
	}
	wg.Wait()
	total := 0
	for _, a := range accs {
		total += a.sum
	}
	fmt.Println(total)
}
