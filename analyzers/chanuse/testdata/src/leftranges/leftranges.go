// Package main ranges over channels that are closed, or leaves the range before it
// would wait.
package main

import (
	"errors"
	"fmt"
	"sync"
)

func produce(out chan<- int, list []int) error {
	defer close(out)
	for _, n := range list {
		if n < 0 {
			return errors.New("negative")
		}
		out <- n
	}
	return nil
}

// count leaves when it has what it wants; nothing else is sent.
func count(in <-chan int, n int) (sum int) {
	for v := range in {
		sum += v
		if n--; n == 0 {
			break
		}
	}
	return sum
}

// A spool has a worker that lives as long as the process.
type spool struct {
	jobs chan string
	wg   sync.WaitGroup
}

func (s *spool) work() {
	for job := range s.jobs {
		fmt.Println("printing", job)
		s.wg.Done()
	}
}

func main() {
	ch := make(chan int)
	go produce(ch, []int{1, -1})
	for n := range ch {
		fmt.Println(n)
	}

	open := make(chan int)
	go func() {
		open <- 1
		open <- 2
	}()
	fmt.Println(count(open, 2))

	s := &spool{jobs: make(chan string)}
	go s.work()
	for _, job := range []string{"a", "b"} {
		s.wg.Add(1)
		s.jobs <- job
	}
	s.wg.Wait()
}
