// Package main bounds its goroutines by a channel, and locks by one.
package main

import (
	"fmt"
	"sync"
)

func bounded(items []int) (sum int) {
	slots := make(chan struct{}, 2)
	results := make(chan int, len(items))
	var wg sync.WaitGroup
	for _, item := range items {
		wg.Add(1)
		slots <- struct{}{}
		go func() {
			defer wg.Done()
			defer func() { <-slots }()
			results <- item * item
		}()
	}
	wg.Wait()
	close(results)
	for r := range results {
		sum += r
	}
	return sum
}

type lock chan struct{}

func (l lock) lock()   { l <- struct{}{} }
func (l lock) unlock() { <-l }

func (l lock) try() bool {
	select {
	case l <- struct{}{}:
		return true
	default:
		return false
	}
}

func exclusive() (n int) {
	l := make(lock, 1)
	done := make(chan struct{})
	go func() {
		defer close(done)
		l.lock()
		defer l.unlock()
		n++
	}()
	if l.try() {
		n++
		l.unlock()
	}
	<-done
	return n
}

// tokens starts full and hands them out.
func tokens() int {
	pool := make(chan int, 2)
	for i := range 2 {
		pool <- i
	}
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() {
			t := <-pool
			defer func() { pool <- t }()
		})
	}
	wg.Wait()
	return len(pool)
}

func main() { fmt.Println(bounded([]int{1, 2, 3}), exclusive(), tokens()) }
