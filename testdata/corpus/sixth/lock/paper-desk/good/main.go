package main

import (
	"fmt"
	"sync"
)

// desk has room for a few papers.
type desk struct {
	mu     sync.Mutex
	change *sync.Cond
	papers []int
	room   int
}

func newDesk(room int) *desk {
	d := &desk{room: room}
	d.change = sync.NewCond(&d.mu)
	return d
}

func (d *desk) put(p int) {
	d.mu.Lock()
	defer d.mu.Unlock()
	for len(d.papers) == d.room {
		d.change.Wait()
	}
	d.papers = append(d.papers, p)
	d.change.Broadcast()
}

func (d *desk) take() int {
	d.mu.Lock()
	defer d.mu.Unlock()
	for len(d.papers) == 0 {
		d.change.Wait()
	}
	p := d.papers[0]
	d.papers = d.papers[1:]
	d.change.Broadcast()
	return p
}

const (
	writers = 8
	each    = 20000
)

func main() {
	d := newDesk(1)
	var wg sync.WaitGroup
	sums := make([]int, writers)
	for i := range writers {
		wg.Go(func() {
			for p := range each {
				d.put(p)
			}
		})
		wg.Go(func() {
			for range each {
				sums[i] += d.take()
			}
		})
	}
	wg.Wait()
	total := 0
	for _, s := range sums {
		total += s
	}
	fmt.Println(total == writers*each*(each-1)/2)
}
