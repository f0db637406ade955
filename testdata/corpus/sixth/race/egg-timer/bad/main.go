package main

import (
	"fmt"
	"time"
)

func main() {
	ringing := false
	t := time.AfterFunc(20*time.Millisecond, func() {
		ringing = true // BUG: data-race, captured-var
	})
	defer t.Stop()
	turns := 0
	for !ringing { // BUG: data-race, captured-var
		turns++
		time.Sleep(5 * time.Millisecond)
		if turns > 100 {
			break
		}
	}
	fmt.Println("eggs are done")
}
