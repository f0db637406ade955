// Package main has selects with a default that do not spin.
package main

import (
	"fmt"
	"time"
)

// polling sleeps where there is nothing to do.
func polling(done <-chan struct{}) {
	for {
		select {
		case <-done:
			return
		default:
			time.Sleep(time.Millisecond)
		}
	}
}

// computing works, and looks now and then whether it is to stop.
func computing(done <-chan struct{}) (n int) {
	for {
		select {
		case <-done:
			return n
		default:
		}
		n++
		if n > 1000 {
			return n
		}
	}
}

// draining leaves when the channel is empty.
func draining(ch <-chan int) (sum int) {
	for {
		select {
		case v := <-ch:
			sum += v
		default:
			return sum
		}
	}
}

// offering tries a bounded number of times.
func offering(ch chan<- int) (sent int) {
	for i := 0; i < 3; i++ {
		select {
		case ch <- i:
			sent++
		default:
		}
	}
	return sent
}

// notifying offers to each listener once.
func notifying(listeners []chan<- int, n int) {
	for _, l := range listeners {
		select {
		case l <- n:
		default:
		}
	}
}

// working does its work in the default.
func working(quit <-chan struct{}, step func() bool) {
	for {
		select {
		case <-quit:
			return
		default:
			if !step() {
				return
			}
		}
	}
}

func main() {
	done := make(chan struct{})
	go close(done)
	polling(done)
	ch := make(chan int, 2)
	fmt.Println(computing(done), offering(ch), draining(ch))
	notifying([]chan<- int{ch}, 1)
	working(done, func() bool { return false })
}
