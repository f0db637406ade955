// Package pools has worker pools whose results one goroutine collects.
package main

import (
	"fmt"
	"sync"
)

type job struct{ id, size int }

type outcome struct {
	job  job
	text string
}

type collector struct {
	total int
	byID  map[int]string
}

func work(jobs <-chan job, results chan<- outcome, wg *sync.WaitGroup) {
	defer wg.Done()
	for j := range jobs {
		j.size *= 2
		results <- outcome{j, fmt.Sprint(j.size)}
	}
}

func (c *collector) collect(results <-chan outcome, done chan<- struct{}) {
	defer close(done)
	for r := range results {
		c.total += r.job.size
		c.byID[r.job.id] = r.text
	}
}

func run(list []job) *collector {
	jobs, results := make(chan job), make(chan outcome)
	done := make(chan struct{})
	c := &collector{byID: make(map[int]string)}
	go c.collect(results, done)
	var wg sync.WaitGroup
	for range 2 {
		wg.Add(1)
		go work(jobs, results, &wg)
	}
	for _, j := range list {
		jobs <- j
	}
	close(jobs)
	wg.Wait()
	close(results)
	<-done
	return c
}

func main() {
	c := run([]job{{1, 10}, {2, 20}})
	fmt.Println(c.total, c.byID)
}
