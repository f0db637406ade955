// Package main ends when all is done, or when nothing is lost.
package main

import (
	"fmt"
	"net/http"
	"sync"
)

type worker struct {
	jobs chan string
	quit chan struct{}
	wg   sync.WaitGroup
}

// The send to quit waits until the last job is printed.
func (w *worker) run() {
	for {
		select {
		case j := <-w.jobs:
			fmt.Println(j)
		case <-w.quit:
			return
		}
	}
}

// The second send waits for what the first receive led to.
func (w *worker) two() {
	fmt.Println(<-w.jobs)
	<-w.jobs
}

func (w *worker) count(n *int) {
	for range w.jobs {
		*n++
	}
}

func (w *worker) print() {
	defer w.wg.Done()
	fmt.Println("at the end")
}

func (w *worker) wait() { w.wg.Wait() }

func main() {
	w := &worker{jobs: make(chan string), quit: make(chan struct{})}
	go w.run()
	w.jobs <- "a"
	w.quit <- struct{}{}

	go w.two()
	w.jobs <- "b"
	w.jobs <- "c"

	done := make(chan struct{})
	go func() {
		fmt.Println("hello")
		close(done)
	}()
	<-done

	w.wg.Add(1)
	go w.print()
	w.wait()

	go func() {
		fmt.Println("serving")
	}()
	go w.count(new(int))
	http.ListenAndServe("localhost:0", nil)
}
