// Package main stacks the frames that a telescope takes of a star.
package main

import "fmt"

func cloudy(minute int) bool {
	return minute >= 5
}

func expose(frames int, out chan<- int) {
	for i := range frames {
		if cloudy(i) {
			return
		}
		out <- 100 + i
	}
}

func stack(frames int, in <-chan int) int {
	sum := 0
	for range frames {
		sum += <-in // BUG
	}
	return sum / frames
}

func main() {
	const frames = 8
	light := make(chan int)
	go expose(frames, light)
	fmt.Println("mean:", stack(frames, light))
}
