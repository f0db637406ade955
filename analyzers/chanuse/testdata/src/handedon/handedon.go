// Package main hands channels on to loops that do not ask whether they are closed.
package main

import (
	"fmt"
	"time"
)

// drops falls n times and stops.
func drops(n int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for i := range n {
			time.Sleep(time.Millisecond)
			out <- i
		}
	}()
	return out
}

// collect listens to two taps until the evening.
func collect(left, right <-chan int, evening <-chan time.Time) (sum int) {
	for {
		select {
		case d := <-left: // want `likely busy loop: once the channel is closed, this receive gives a zero value at once.*\(closed-receive-unchecked\)`
			sum += d
		case d := <-right: // want `busy loop.* \(closed-receive-unchecked\)`
			sum += d
		case <-evening:
			return sum
		}
	}
}

// fill closes what it is given.
func fill(words chan<- string, list []string) {
	for _, w := range list {
		words <- w
	}
	close(words)
}

func print(words <-chan string, stop chan bool) {
	for {
		select {
		case w := <-words: // want `busy loop.* \(closed-receive-unchecked\)`
			fmt.Println(w)
		case <-stop:
			return
		}
	}
}

func main() {
	fmt.Println(collect(drops(2), drops(3), time.After(time.Second)))
	words := make(chan string)
	stop := make(chan bool)
	go fill(words, []string{"a", "b"})
	go print(words, stop)
	time.Sleep(time.Second)
	stop <- true
}
