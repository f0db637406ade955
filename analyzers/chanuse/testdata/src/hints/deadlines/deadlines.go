// Package main has time-outs in loops that say what they limit.
package main

import (
	"context"
	"fmt"
	"time"
)

// once makes its timer before the loop.
func once(values <-chan int) (all []int) {
	timeout := time.After(time.Millisecond)
	for {
		select {
		case v := <-values:
			all = append(all, v)
		case <-timeout:
			return all
		}
	}
}

// silence sets its timer again after each value: the silence is limited.
func silence(values <-chan int) (n int) {
	t := time.NewTimer(time.Millisecond)
	defer t.Stop()
	for {
		select {
		case v := <-values:
			n += v
			t.Reset(time.Millisecond)
		case <-t.C:
			return n
		}
	}
}

// paced has nothing else to wait for.
func paced(ctx context.Context, poll func() bool) {
	for !poll() {
		select {
		case <-time.After(time.Millisecond):
		}
	}
	for ctx.Err() == nil && !poll() {
		<-time.After(time.Millisecond)
	}
}

func main() {
	fmt.Println(once(nil), silence(nil))
	paced(context.Background(), func() bool { return true })
}
