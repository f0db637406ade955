// A worker waits for a job. While it waits it uses nothing.
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
	looked := 1
	fmt.Println(<-jobs)
	fmt.Println("looked", looked, "times")
}
