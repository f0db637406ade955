// Package main calls Done on every way that comes back.
package main

import (
	"errors"
	"fmt"
	"os"
	"sync"
)

func check(url string) error {
	if url == "" {
		return errors.New("no address")
	}
	return nil
}

// deferred calls Done on each way out.
func deferred(urls []string) {
	var wg sync.WaitGroup
	for _, url := range urls {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if err := check(url); err != nil {
				fmt.Println(err)
				return
			}
		}()
	}
	wg.Wait()
}

type pool struct {
	wg  sync.WaitGroup
	mu  sync.Mutex
	err error
}

// leave stores what went wrong and counts the goroutine out.
func (p *pool) leave(err error) {
	p.mu.Lock()
	p.err = errors.Join(p.err, err)
	p.mu.Unlock()
	p.wg.Done()
}

// start has two ways out, and both end in leave.
func (p *pool) start(url string) {
	p.wg.Add(1)
	go func() {
		if err := check(url); err != nil {
			p.leave(err)
			return
		}
		p.leave(nil)
	}()
}

// strict ends the process where it does not call Done.
func strict(urls []string) {
	var wg sync.WaitGroup
	wg.Add(len(urls))
	for _, url := range urls {
		go func() {
			if err := check(url); err != nil {
				fmt.Fprintln(os.Stderr, err)
				os.Exit(1)
			}
			wg.Done()
		}()
	}
	wg.Wait()
}

// recovered panics after its deferred calls are set.
func recovered() {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		defer func() { fmt.Println("recovered:", recover()) }()
		panic("no luck")
	}()
	wg.Wait()
}

func main() {
	deferred([]string{"a", ""})
	p := &pool{}
	p.start("")
	p.start("b")
	p.wg.Wait()
	fmt.Println(p.err)
	strict([]string{"a", "b"})
	recovered()
}
