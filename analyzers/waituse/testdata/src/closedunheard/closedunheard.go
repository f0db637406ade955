// Package main closes last of all channels whose receivers have nothing more to say.
package main

import (
	"fmt"
	"sync"
)

type request struct {
	text   string
	answer chan bool
}

// serve answers one by one: when main has the last answer, all is printed.
func serve(requests chan request) {
	for r := range requests {
		fmt.Println(r.text)
		r.answer <- true
	}
}

// greet tells by a group.
func greet(names chan string, greeted *sync.WaitGroup) {
	for name := range names {
		fmt.Println("hello", name)
		greeted.Done()
	}
}

// count is for nobody's eyes at the end.
func count(ticks chan int) {
	n := 0
	for range ticks {
		n++
	}
}

func main() {
	requests := make(chan request, 1)
	go serve(requests)
	answer := make(chan bool)
	requests <- request{"hello", answer}
	<-answer

	var greeted sync.WaitGroup
	names := make(chan string, 1)
	go greet(names, &greeted)
	greeted.Add(1)
	names <- "you"
	greeted.Wait()

	ticks := make(chan int, 1)
	go count(ticks)
	ticks <- 1
	close(ticks)
	close(names)
	close(requests)
}
