package main

import "fmt"

type latest[T any] struct{ c chan T }

func newLatest[T any]() latest[T] { return latest[T]{make(chan T, 1)} }

// set is called by one goroutine only.
func (l latest[T]) set(v T) {
	select {
	case l.c <- v:
		return
	default:
	}
	select {
	case <-l.c:
	default:
	}
	l.c <- v
}

func main() {
	l := newLatest[int]()
	for i := range 5 {
		l.set(i)
	}
	fmt.Println(<-l.c)
	seen := make(chan int)
	go func() {
		last := 0
		for v := range l.c {
			last = v
		}
		seen <- last
	}()
	for i := range 100 {
		l.set(i)
	}
	close(l.c)
	fmt.Println(<-seen)
}
