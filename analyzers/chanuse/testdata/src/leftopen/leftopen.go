// Package leftopen has goroutines that leave without the close of their channel.
package leftopen

import (
	"log"
	"strconv"
)

// Numbers gives up at the first text that is none.
func Numbers(texts []string) <-chan int {
	out := make(chan int)
	go func() {
		for _, text := range texts {
			n, err := strconv.Atoi(text)
			if err != nil {
				log.Print(err)
				return // want `likely goroutine leak: here the goroutine leaves without the close of out; whoever ranges over it then waits for ever: a deferred close happens on every way \(range-never-closed\)`
			}
			out <- n
		}
		close(out) // related `the channel is closed here, on the other way`
	}()
	return out
}

// Doubles passes on what it is given, until there is too much of it.
func Doubles(in <-chan int) <-chan int {
	out := make(chan int)
	go func() {
		for n := range in {
			if n > 1<<30 {
				return // want `without the close of out.* \(range-never-closed\)`
			}
			out <- 2 * n
		}
		close(out) // related `the channel is closed here`
	}()
	return out
}

// Sum waits for the end.
func Sum(numbers <-chan int) (sum int) {
	for n := range numbers {
		sum += n
	}
	return sum
}

// Lengths is told once, at the range that the search finds to wait for ever.
func Lengths(texts []string) (sum int64) {
	out := make(chan int64) // related `the channel is made here`
	go func() {
		for _, text := range texts {
			if text == "" {
				return
			}
			out <- int64(len(text))
		}
		close(out)
	}()
	for n := range out { // want `the range over out waits for ever, because nobody closes out any more \(range-never-closed\)`
		sum += n
	}
	return sum
}
