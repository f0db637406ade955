// Package main starts its time-out anew in each turn of a range: that should be a
// hint, as with another loop.
//
// Today: nothing.
package main

import (
	"fmt"
	"time"
)

func sum(values <-chan int, limit time.Duration) (n int) {
	for range 3 {
		select {
		case v := <-values:
			n += v
		case <-time.After(limit): // want `time.After starts a new timer in every turn of the loop.*\(timer-in-loop\)`
			return n
		}
	}
	return n
}

func main() { fmt.Println(sum(make(chan int), time.Millisecond)) }
