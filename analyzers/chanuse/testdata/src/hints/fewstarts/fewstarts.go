// Package main starts as many goroutines as stand in the source, or a few at a time.
package main

import (
	"fmt"
	"os"
	"sync"
	"time"
)

func resize(file string) { fmt.Println(file) }

// all is given the files that stand in main.
func all(files []string) {
	var wg sync.WaitGroup
	for _, file := range files {
		wg.Add(1)
		go func() {
			defer wg.Done()
			resize(file)
		}()
	}
	wg.Wait()
}

func some(files ...string) {
	var wg sync.WaitGroup
	for _, file := range files {
		wg.Go(func() { resize(file) })
	}
	wg.Wait()
}

type pool struct{ slots chan struct{} }

func (p *pool) acquire() { p.slots <- struct{}{} }
func (p *pool) release() { <-p.slots }

// bounded has as many at once as there are slots.
func (p *pool) bounded(files []string) {
	for _, file := range files {
		p.acquire()
		go func() {
			defer p.release()
			resize(file)
		}()
	}
}

// oneAtATime waits for each.
func oneAtATime(files []string) {
	done := make(chan bool)
	for _, file := range files {
		go func() {
			resize(file)
			done <- true
		}()
		<-done
	}
}

// unlessTaken ends at a time that stays.
func unlessTaken(votes chan string, end time.Time) (count int) {
	for {
		select {
		case <-votes:
			count++
		case <-time.After(time.Until(end)):
			return count
		}
	}
}

// everySecond does something each time, until all is over.
func everySecond(over chan bool) {
	for {
		select {
		case <-over:
			return
		case <-time.After(time.Second):
			fmt.Println("tick")
		}
	}
}

func main() {
	files := []string{"a", "b", "c"}
	all(files)
	some("a", "b")
	(&pool{make(chan struct{}, 3)}).bounded(os.Args[1:])
	oneAtATime(os.Args[1:])
	unlessTaken(make(chan string), time.Now())
	everySecond(make(chan bool))
}
