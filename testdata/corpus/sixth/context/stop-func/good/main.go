package main

import (
	"context"
	"fmt"
	"sync/atomic"
	"time"
)

func every(d time.Duration, f func()) (stop func()) {
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		t := time.NewTicker(d)
		defer t.Stop()
		for {
			select {
			case <-t.C:
				f()
			case <-ctx.Done():
				return
			}
		}
	}()
	return func() {
		cancel()
		<-ended
	}
}

func waitFor(ctx context.Context, c <-chan int) (n int, ok bool) {
	woken := make(chan struct{})
	stop := context.AfterFunc(ctx, func() { close(woken) })
	defer stop()
	select {
	case n, ok = <-c:
	case <-woken:
	}
	return n, ok
}

func main() {
	var n atomic.Int32
	stop := every(time.Millisecond, func() { n.Add(1) })
	time.Sleep(10 * time.Millisecond)
	stop()
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Millisecond)
	defer cancel()
	c := make(chan int, 1)
	c <- 3
	fmt.Println(n.Load() > 0)
	fmt.Println(waitFor(ctx, c))
	fmt.Println(waitFor(ctx, c))
}
