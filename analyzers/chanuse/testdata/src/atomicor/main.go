// Package main is correct: it must get no report.
package main

import "sync/atomic"

func main() {
	var mask atomic.Uint32
	all := make(chan int)
	for i := range 2 {
		go func() {
			if mask.Or(1<<i)|1<<i == 0b11 { // true for the second one only
				close(all)
			}
		}()
	}
	<-all
}
