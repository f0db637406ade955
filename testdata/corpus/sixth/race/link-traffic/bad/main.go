package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

type traffic struct {
	requests int64
	bytes    int64
	errors   int64
}

type link struct {
	name string
	now  traffic
}

func (l *link) record(n int, err error) {
	atomic.AddInt64(&l.now.requests, 1)     // BUG: atomic-mixed
	atomic.AddInt64(&l.now.bytes, int64(n)) // BUG: atomic-mixed
	if err != nil {
		atomic.AddInt64(&l.now.errors, 1) // BUG: atomic-mixed
	}
}

// flush prints the numbers and begins again.
func (l *link) flush() traffic {
	t := l.now        // BUG: atomic-mixed
	l.now = traffic{} // BUG: atomic-mixed
	return t
}

func (l *link) reporter(every time.Duration, quit <-chan struct{}, out chan<- traffic) {
	t := time.NewTicker(every)
	defer t.Stop()
	var sum traffic
	for {
		select {
		case <-t.C:
			f := l.flush()
			sum.requests += f.requests
			sum.bytes += f.bytes
		case <-quit:
			f := l.flush()
			sum.requests += f.requests
			sum.bytes += f.bytes
			out <- sum
			return
		}
	}
}

func main() {
	l := &link{name: "eth0"}
	quit := make(chan struct{})
	out := make(chan traffic)
	go l.reporter(time.Millisecond, quit, out)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for i := range 20 {
				l.record(i*10, nil)
				time.Sleep(300 * time.Microsecond)
			}
		})
	}
	wg.Wait()
	close(quit)
	sum := <-out
	fmt.Println(l.name, sum.requests > 0)
}
