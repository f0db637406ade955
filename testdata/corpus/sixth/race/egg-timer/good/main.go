package main

import (
	"fmt"
	"sync/atomic"
	"time"
)

func main() {
	var ringing atomic.Bool
	t := time.AfterFunc(20*time.Millisecond, func() {
		ringing.Store(true)
	})
	defer t.Stop()
	turns := 0
	for !ringing.Load() {
		turns++
		time.Sleep(5 * time.Millisecond)
		if turns > 100 {
			break
		}
	}
	fmt.Println("eggs are done")
}
