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
		for !stop {
			time.Sleep(time.Millisecond)
		}
	}()
	time.Sleep(10 * time.Millisecond)
	stop = true // want `data race: main writes stop, which .* reads at the same time \(captured-variable\)`
	<-done
	fmt.Println("stopped")
}
