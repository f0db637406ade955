// Package main waits for workers whose results it would take only afterwards.
package main

import (
	"fmt"
	"sync"
)

func worker(id int, results chan<- int, wg *sync.WaitGroup) {
	defer wg.Done()
	results <- id // related `^the goroutine of program\.go:19 waits for a receiver of results \(wait-before-drain\)$`
}

func main() {
	results := make(chan int)
	var wg sync.WaitGroup
	for i := range 3 {
		wg.Add(1)
		go worker(i, results, &wg)
	}
	wg.Wait() // want `^deadlock: main waits here for goroutines that are not done: .*\(program.go:11\) waits for a receiver of results.*\(wait-before-drain\)`
	close(results)
	for r := range results {
		fmt.Println(r)
	}
}
