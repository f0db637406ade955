// Package main waits for workers whose results nobody takes yet: certain.
package main

import (
	"fmt"
	"sync"
)

func worker(id int, results chan<- int, wg *sync.WaitGroup) {
	defer wg.Done()
	results <- id // want `^goroutine leak: the send to results waits for ever.*\(send-without-receiver\)`
}

func main() {
	results := make(chan int)
	var wg sync.WaitGroup
	for i := range 3 {
		wg.Add(1)
		go worker(i, results, &wg)
	}
	wg.Wait()
	close(results)
	for r := range results {
		fmt.Println(r)
	}
}
