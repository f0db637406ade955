package main

import (
	"errors"
	"fmt"
	"sync"
)

type job struct{ id, size int }

type outcome struct {
	job
	err error
}

var errTooBig = errors.New("too big")

func handle(j job) error {
	if j.size > 6 {
		return errTooBig
	}
	return nil
}

func pool(n int, jobs <-chan job) <-chan outcome {
	out := make(chan outcome)
	var wg sync.WaitGroup
	for range n {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for j := range jobs {
				out <- outcome{j, handle(j)}
			}
		}()
	}
	go func() { wg.Wait(); close(out) }()
	return out
}

func main() {
	jobs := make(chan job)
	go func() {
		defer close(jobs)
		for i := range 9 {
			jobs <- job{i, i}
		}
	}()
	failed := 0
	var firstErr error
	for o := range pool(3, jobs) {
		if o.err != nil {
			failed++
			if firstErr == nil {
				firstErr = o.err
			}
		}
	}
	fmt.Println(failed, firstErr)
}
