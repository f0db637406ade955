// Package groupfanoutsright bounds how many goroutines of a group work at a time.
package groupfanoutsright

import (
	"fmt"
	"sync"
)

func resize(file string) { fmt.Println(file) }

func sends(files []string) {
	places := make(chan struct{}, 8)
	var wg sync.WaitGroup
	for _, file := range files {
		places <- struct{}{}
		wg.Go(func() {
			defer func() { <-places }()
			resize(file)
		})
	}
	wg.Wait()
}

// Each token allows one to work.
func receives(files []string) {
	tokens := make(chan struct{}, 8)
	for range cap(tokens) {
		tokens <- struct{}{}
	}
	var wg sync.WaitGroup
	for _, file := range files {
		<-tokens
		wg.Go(func() {
			defer func() { tokens <- struct{}{} }()
			resize(file)
		})
	}
	wg.Wait()
}

// The number of workers does not hang on the number of files.
func workers(files []string) {
	todo := make(chan string)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for file := range todo {
				resize(file)
			}
		})
	}
	for _, file := range files {
		todo <- file
	}
	close(todo)
	wg.Wait()
}

// What a goroutine of the group does later is no goroutine for each element.
func later(files []string) (jobs []func(*sync.WaitGroup)) {
	for _, file := range files {
		jobs = append(jobs, func(wg *sync.WaitGroup) { wg.Go(func() { resize(file) }) })
	}
	return jobs
}
