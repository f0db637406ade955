// Two papers send headlines into one channel. The first to end closes it.
package main

import (
	"fmt"
	"time"
)

func main() {
	headlines := make(chan string)
	send := func(every time.Duration, lines ...string) {
		for _, line := range lines {
			time.Sleep(every)
			headlines <- line
		}
		close(headlines)
	}
	go send(10*time.Millisecond, "goal")
	go send(50*time.Millisecond, "tax", "law")
	for line := range headlines {
		fmt.Println(line)
	}
	time.Sleep(200 * time.Millisecond) // only to see what becomes of the other sender
}
