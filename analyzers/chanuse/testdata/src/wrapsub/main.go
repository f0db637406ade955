// Package main is correct: it must get no report.
package main

import "sync/atomic"

func main() {
	var n atomic.Uint32
	n.Store(1)
	done := make(chan int)
	go func() {
		if n.Add(^uint32(0)) == 0 { // the documented way to subtract one
			close(done)
		}
	}()
	<-done
}
