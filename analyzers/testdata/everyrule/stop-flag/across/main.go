// Command metronome ticks for a while.
package main

import (
	"fmt"
	"time"
)

func tick(stop *bool, beats chan<- int) {
	n := 0
	for !*stop { // BUG?
		n++
	}
	beats <- n
}

func halt(stop *bool) {
	*stop = true // BUG?
}

func main() {
	var stop bool
	beats := make(chan int)
	go tick(&stop, beats)
	time.Sleep(20 * time.Millisecond)
	halt(&stop)
	fmt.Println("beats:", <-beats)
}
