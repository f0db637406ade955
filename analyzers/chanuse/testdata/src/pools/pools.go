// Package main has a worker pool whose results another goroutine collects.
package main

import (
	"fmt"
	"sync"
)

type job struct{ id int }

type result struct {
	id   int
	text string
	err  error
}

func worker(jobs <-chan job, results chan<- result, wg *sync.WaitGroup) {
	defer wg.Done()
	for j := range jobs {
		results <- result{id: j.id, text: fmt.Sprint(j.id)}
	}
}

func run(n int) map[int]string {
	jobs, results := make(chan job), make(chan result)
	var workers sync.WaitGroup
	for range 2 {
		workers.Add(1)
		go worker(jobs, results, &workers)
	}
	go func() {
		defer close(jobs)
		for i := range n {
			jobs <- job{i}
		}
	}()
	go func() {
		workers.Wait()
		close(results)
	}()
	texts := make(map[int]string)
	for r := range results {
		if r.err != nil {
			continue
		}
		texts[r.id] = r.text
	}
	return texts
}

// collected has its collector in a goroutine, and waits for it last.
func collected(n int) int {
	results := make(chan result)
	sum := make(chan int)
	go func() {
		total := 0
		for r := range results {
			total += r.id
		}
		sum <- total
	}()
	var wg sync.WaitGroup
	for i := range n {
		wg.Add(1)
		go func() {
			defer wg.Done()
			results <- result{id: i}
		}()
	}
	wg.Wait()
	close(results)
	return <-sum
}

func main() { fmt.Println(run(3), collected(3)) }
