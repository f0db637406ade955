// Package waitgroups orders every access by a WaitGroup.
package main

import (
	"errors"
	"fmt"
	"sync"
)

type result struct {
	mu    sync.Mutex
	total int
	err   error
}

func (r *result) add(n int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.total += n
}

// Sum reads the fields without the lock, after everybody has ended.
func Sum(parts [][]int) (int, error) {
	var r result
	var wg sync.WaitGroup
	for _, part := range parts {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for _, n := range part {
				r.add(n)
			}
			if len(part) == 0 {
				r.mu.Lock()
				r.err = errors.New("empty part")
				r.mu.Unlock()
			}
		}()
	}
	wg.Wait()
	return r.total, r.err
}

// Both has one writer for each variable.
func Both() (a, b int) {
	var wg sync.WaitGroup
	wg.Go(func() { a = 1 })
	wg.Go(func() { b = 2 })
	wg.Wait()
	return a, b
}

// Rounds reuses the WaitGroup; each round sees what the last one wrote.
func Rounds() int {
	n := 0
	var wg sync.WaitGroup
	for range 3 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			n++
		}()
		wg.Wait()
	}
	return n
}

// Collect lets a goroutine wait and close.
func Collect() []int {
	ch := make(chan int)
	var wg sync.WaitGroup
	seen := 0
	for i := range 3 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			ch <- i
		}()
	}
	go func() {
		wg.Wait()
		close(ch)
	}()
	var list []int
	for v := range ch {
		list = append(list, v)
		seen++
	}
	return list[:seen]
}

func main() {
	fmt.Println(Sum([][]int{{1, 2}, {3}}))
	fmt.Println(Both())
	fmt.Println(Rounds())
	fmt.Println(Collect())
}
