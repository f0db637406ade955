package main

import "sync"

// barrier lets a fixed number of goroutines wait for each other again and
// again.
type barrier struct {
	mu    sync.Mutex
	turn  *sync.Cond
	n     int
	here  int
	round int
	last  func()
}

// newBarrier makes a barrier for n; last is called in each round by the
// goroutine that came last, before anybody goes on.
func newBarrier(n int, last func()) *barrier {
	b := &barrier{n: n, last: last}
	b.turn = sync.NewCond(&b.mu)
	return b
}

func (b *barrier) wait() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.here++
	if b.here == b.n {
		if b.last != nil {
			b.last()
		}
		b.here = 0
		b.round++
		b.turn.Broadcast()
		return
	}
	for r := b.round; r == b.round; {
		b.turn.Wait()
	}
}
