// Package main stops a loop by a plain variable.
package main

import (
	"fmt"
	"time"
)

func main() {
	stop := false
	done := make(chan struct{})
	go func() {
		defer close(done)
		for !stop { // want `data race: a loop polls stop, which main changes without any ordering.*\(stop-flag\)`
			time.Sleep(time.Millisecond)
		}
	}()
	time.Sleep(10 * time.Millisecond)
	stop = true
	<-done
	fmt.Println("stopped")
}
