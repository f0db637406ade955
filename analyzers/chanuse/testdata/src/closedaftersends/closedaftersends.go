// Package main closes when nobody sends any more, and closes what nobody sends to.
package main

import (
	"fmt"
	"sync"
)

func find(part string) string { return "in " + part }

// search takes an answer from each sender before it closes.
func search(parts []string) (list []string) {
	found := make(chan string)
	for _, part := range parts {
		go func() { found <- find(part) }()
	}
	for range parts {
		list = append(list, <-found)
	}
	close(found)
	return list
}

// A feed has one who closes: whoever waits for the senders.
type feed struct {
	wg  sync.WaitGroup
	out chan int
}

func (f *feed) send(n int) {
	defer f.wg.Done()
	f.out <- n
}

func (f *feed) finish() {
	f.wg.Wait()
	close(f.out)
}

// first closes a signal, and the senders leave by it.
func first(parts []string) string {
	found, enough := make(chan string), make(chan struct{})
	for _, part := range parts {
		go func() {
			select {
			case found <- find(part):
			case <-enough:
			}
		}()
	}
	answer := <-found
	close(enough)
	return answer
}

func main() {
	fmt.Println(search([]string{"a", "b"}), first([]string{"a", "b"}))
	f := &feed{out: make(chan int, 2)}
	for i := range 2 {
		f.wg.Add(1)
		go f.send(i)
	}
	f.finish()
	for n := range f.out {
		fmt.Println(n)
	}
}
