// Package main bounds how many goroutines work at a time.
package main

import (
	"fmt"
	"net"
	"sync"

	"golang.org/x/sync/errgroup"
)

func resize(file string) { fmt.Println(file) }

// places has a semaphore.
func places(files []string) {
	places := make(chan struct{}, 2)
	var wg sync.WaitGroup
	for _, file := range files {
		places <- struct{}{}
		wg.Add(1)
		go func() {
			defer wg.Done()
			defer func() { <-places }()
			resize(file)
		}()
	}
	wg.Wait()
}

// limited has a group that does it.
func limited(files []string) error {
	var g errgroup.Group
	g.SetLimit(2)
	for _, file := range files {
		g.Go(func() error {
			resize(file)
			return nil
		})
	}
	return g.Wait()
}

// pool has a fixed number of workers.
func pool(files []string) {
	jobs := make(chan string)
	var wg sync.WaitGroup
	for range 2 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for file := range jobs {
				resize(file)
			}
		}()
	}
	for _, file := range files {
		jobs <- file
	}
	close(jobs)
	wg.Wait()
}

// few has a list that is in sight.
func few() {
	var wg sync.WaitGroup
	for _, step := range []func(){func() {}, func() {}} {
		wg.Add(1)
		go func() {
			defer wg.Done()
			step()
		}()
	}
	wg.Wait()
}

// serve is the accept loop of a server.
func serve(l net.Listener) error {
	for {
		c, err := l.Accept()
		if err != nil {
			return err
		}
		go c.Close()
	}
}

func main() {
	places([]string{"a", "b"})
	fmt.Println(limited([]string{"a", "b"}))
	pool([]string{"a", "b"})
	few()
	l, err := net.Listen("tcp", "localhost:0")
	if err == nil {
		l.Close()
		fmt.Println(serve(l) != nil)
	}
}
