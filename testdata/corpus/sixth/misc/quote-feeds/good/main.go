package main

import (
	"fmt"
	"time"
)

type tick struct {
	source string
	price  int
}

// feed sends n prices and ends.
func feed(source string, n int, every time.Duration) <-chan tick {
	out := make(chan tick)
	go func() {
		defer close(out)
		for i := range n {
			time.Sleep(every)
			out <- tick{source, 100 + i}
		}
	}()
	return out
}

type book struct {
	last  map[string]int
	ticks int
}

func (b *book) apply(t tick) {
	if t.source == "" {
		return
	}
	b.last[t.source] = t.price
	b.ticks++
}

// follow reads both feeds until the market closes.
func (b *book) follow(fast, slow <-chan tick, closing <-chan time.Time) {
	for {
		select {
		case t, ok := <-fast:
			if !ok {
				fast = nil
			}
			b.apply(t)
		case t, ok := <-slow:
			if !ok {
				slow = nil
			}
			b.apply(t)
		case <-closing:
			return
		}
	}
}

func main() {
	b := &book{last: make(map[string]int)}
	b.follow(feed("fast", 10, time.Millisecond), feed("slow", 3, 20*time.Millisecond), time.After(1500*time.Millisecond))
	fmt.Println(b.ticks, b.last["fast"], b.last["slow"])
}
