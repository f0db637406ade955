// Package main waits for words that come from somewhere.
package main

import (
	"context"
	"fmt"
	"time"
)

type job struct{ done chan struct{} }

func (j *job) run() {
	defer close(j.done)
	fmt.Println("working")
}

func (j *job) wait() { <-j.done }

// bounded waits for the library.
func bounded() {
	ctx, cancel := context.WithTimeout(context.Background(), time.Millisecond)
	defer cancel()
	<-ctx.Done()
	<-time.After(time.Millisecond)
	t := time.NewTimer(time.Millisecond)
	<-t.C
}

// either can leave by another case.
func either(silent <-chan int) {
	quit := make(chan struct{})
	go close(quit)
	select {
	case <-silent:
	case <-quit:
	}
}

// tell gives the channel to others, who close it.
func tell(observers []func(chan struct{})) {
	ch := make(chan struct{})
	for _, f := range observers {
		f(ch)
	}
	<-ch
}

func main() {
	j := &job{done: make(chan struct{})}
	go j.run()
	j.wait()
	bounded()
	either(make(chan int))
	tell([]func(chan struct{}){func(ch chan struct{}) { go close(ch) }})
}
