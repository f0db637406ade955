// Two papers send headlines into one channel. It is closed when both have ended.
package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	headlines := make(chan string)
	send := func(every time.Duration, lines ...string) {
		for _, line := range lines {
			time.Sleep(every)
			headlines <- line
		}
	}
	var sending sync.WaitGroup
	sending.Go(func() { send(10*time.Millisecond, "goal") })
	sending.Go(func() { send(50*time.Millisecond, "tax", "law") })
	go func() {
		sending.Wait()
		close(headlines)
	}()
	for line := range headlines {
		fmt.Println(line)
	}
}
