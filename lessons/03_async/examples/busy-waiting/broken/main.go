// A worker waits for a job, and looks a million times in between.
package main

import (
	"fmt"
	"time"
)

func main() {
	jobs := make(chan string)
	go func() {
		time.Sleep(100 * time.Millisecond)
		jobs <- "water the plants"
	}()
	looked := 0
	for done := false; !done; {
		select {
		case job := <-jobs:
			fmt.Println(job)
			done = true
		default:
			looked++ // nothing to do at the moment
		}
	}
	fmt.Println("looked", looked, "times")
}
