// Package main is correct: it must get no report.
package main

import "sync"

func main() {
	quits := map[int]chan int{1: make(chan int), 2: make(chan int)}
	var wg sync.WaitGroup
	for _, q := range quits {
		wg.Go(func() { <-q })
	}
	for id, q := range quits {
		close(q)
		delete(quits, id)
	}
	wg.Wait()
}
