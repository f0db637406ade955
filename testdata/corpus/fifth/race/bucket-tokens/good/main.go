package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

type bucket struct {
	tokens int64
	burst  int64
	denied atomic.Int64
}

func (b *bucket) take() bool {
	for {
		n := atomic.LoadInt64(&b.tokens)
		if n <= 0 {
			b.denied.Add(1)
			return false
		}
		if atomic.CompareAndSwapInt64(&b.tokens, n, n-1) {
			return true
		}
	}
}

func (b *bucket) refill(every time.Duration, rounds int) {
	for range rounds {
		time.Sleep(every)
		atomic.StoreInt64(&b.tokens, b.burst)
	}
}

func main() {
	b := &bucket{tokens: 5, burst: 5}
	var wg sync.WaitGroup
	wg.Go(func() { b.refill(time.Millisecond, 10) })
	for range 3 {
		wg.Go(func() {
			for range 30 {
				b.take()
				time.Sleep(200 * time.Microsecond)
			}
		})
	}
	wg.Wait()
	fmt.Println("some denied:", b.denied.Load() > 0)
}
