// Package main closes after the last send, whatever it looks like.
package main

import (
	"errors"
	"fmt"
	"sync"
)

// produce leaves after it has closed.
func produce(out chan<- string, lines []string) {
	for _, line := range lines {
		if line == "END" {
			close(out)
			return
		}
		out <- line
	}
	close(out)
}

// A logger looks, under the lock, whether it is stopped.
type logger struct {
	mu      sync.Mutex
	stopped bool
	lines   chan string
}

func (l *logger) stop() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.stopped {
		return
	}
	l.stopped = true
	close(l.lines)
}

func (l *logger) log(line string) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.stopped {
		return errors.New("stopped")
	}
	l.lines <- line
	return nil
}

// A batch gets a new channel when the old one is closed.
type batch struct{ out chan int }

func (b *batch) flush() <-chan int {
	full := b.out
	close(full)
	b.out = make(chan int, 2)
	return full
}

// guarded closes when all senders are done.
func guarded(n int) (sum int) {
	out := make(chan int)
	var wg sync.WaitGroup
	for i := range n {
		wg.Go(func() { out <- i })
	}
	go func() {
		wg.Wait()
		close(out)
	}()
	for v := range out {
		sum += v
	}
	return sum
}

func main() {
	out := make(chan string)
	go produce(out, []string{"one", "END"})
	for line := range out {
		fmt.Println(line)
	}

	l := &logger{lines: make(chan string, 2)}
	var wg sync.WaitGroup
	wg.Go(func() { fmt.Println(l.log("last")) })
	wg.Go(l.stop)
	wg.Go(l.stop)
	wg.Wait()

	b := &batch{out: make(chan int, 2)}
	b.out <- 1
	full := b.flush()
	b.out <- 2
	fmt.Println(<-full, <-b.out, guarded(2))
}
