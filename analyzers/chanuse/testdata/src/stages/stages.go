// Package main has a generic stage that drains its input after an error.
package main

import (
	"fmt"
	"os"
	"os/signal"
	"sync"
	"time"
)

type stage[T any] struct {
	in  <-chan T
	out chan T
	err error
}

func (s *stage[T]) run(f func(T) (T, error)) {
	defer close(s.out)
	for v := range s.in {
		w, err := f(v)
		if err != nil {
			s.err = err
			for range s.in {
			}
			return
		}
		s.out <- w
	}
}

func source(n int) <-chan int {
	ch := make(chan int)
	go func() {
		defer close(ch)
		for i := range n {
			ch <- i
		}
	}()
	return ch
}

func main() {
	sig := make(chan os.Signal, 1)
	signal.Notify(sig, os.Interrupt)
	s := &stage[int]{in: source(3), out: make(chan int)}
	go s.run(func(v int) (int, error) {
		if v == 2 {
			return 0, fmt.Errorf("two")
		}
		return v * 2, nil
	})
	for v := range s.out {
		fmt.Println(v)
	}
	fmt.Println(s.err)
	var mu sync.Mutex
	state := "run"
	t := time.AfterFunc(time.Second, func() {
		mu.Lock()
		defer mu.Unlock()
		state = "late"
	})
	defer t.Stop()
	mu.Lock()
	fmt.Println(state)
	mu.Unlock()
	select {
	case <-sig:
	default:
	}
}
