// Package main polls a package variable through a function.
//
// Today: unlocked-global, at the write: the loop is not in the function that reads.
package main

import (
	"fmt"
	"time"
)

var stop bool

func stopped() bool {
	return stop // want `stop, which main changes without any ordering: the loop may never see it \(stop-flag\)`
}

func main() {
	done := make(chan struct{})
	go func() {
		defer close(done)
		for {
			if stopped() {
				return
			}
			time.Sleep(time.Millisecond)
		}
	}()
	time.Sleep(2 * time.Millisecond)
	stop = true
	<-done
	fmt.Println("stopped")
}
