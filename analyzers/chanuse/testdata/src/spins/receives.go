package main

import (
	"fmt"
	"testing"
)

// sumUnasked goes on adding zeros once the channel is closed.
func sumUnasked(n int) {
	numbers := make(chan int)
	go func() {
		for i := range n {
			numbers <- i
		}
		close(numbers) // related `^the channel is closed here \(closed-receive-unchecked\)$`
	}()
	sum := 0
	for {
		v := <-numbers // want `^likely busy loop: once the channel is closed, this receive gives a zero value at once.*\(closed-receive-unchecked\)`
		sum += v
		fmt.Println(sum)
	}
}

// drainAtEnd closes the channel itself, once it has left the loop.
func drainAtEnd(values chan int, done chan struct{}) int {
	sum := 0
loop:
	for {
		select {
		case <-done:
			close(values)
			for v := range values {
				sum += v
			}
			break loop
		case v := <-values:
			sum += v
		}
	}
	return sum
}

// A pipe closes its queue in a method that its reader calls at its end.
type pipe struct {
	queue chan chan int
	fails func() bool
}

func (p *pipe) read() {
	for {
		if p.fails() {
			break
		}
		answer := <-p.queue
		answer <- 1
	}
	p.shut()
}

func (p *pipe) shut() { close(p.queue) }

func BenchmarkPolling(b *testing.B) {
	ready := make(chan bool)
	for b.Loop() {
		select {
		case <-ready:
		default:
		}
	}
}

type reply struct{ n int }

// answer panics when it gets nothing, and does not spin.
func answer(replies chan any, stop chan struct{}) {
	go func() { close(replies) }()
	for {
		var next any
		select {
		case next = <-replies:
		case <-stop:
			return
		}
		if next.(*reply).n == 0 {
			fmt.Println("zero")
		}
	}
}
