// Package capturedalone captures variables that nobody else uses at the same time.
package main

import (
	"errors"
	"fmt"
	"os"
	"sync"
	"time"
)

// shadowed has an err of its own in the goroutine.
func shadowed() error {
	done := make(chan error, 1)
	_, err := os.Getwd()
	go func() {
		_, err := os.Hostname()
		done <- err
	}()
	if err != nil {
		return err
	}
	return <-done
}

// readers share a variable that nobody writes any more.
func readers() int {
	base := 10
	base++
	sum := make(chan int, 2)
	for i := range 2 {
		go func() { sum <- base + i }()
	}
	return <-sum + <-sum + base
}

// perTurn has a variable for each turn of the loop.
func perTurn() {
	var wg sync.WaitGroup
	for i := 0; i < 3; i++ {
		name := fmt.Sprint(i)
		wg.Add(1)
		go func() {
			defer wg.Done()
			name += "!"
			fmt.Println(name)
		}()
	}
	wg.Wait()
}

// copied takes its parameter when the goroutine starts.
func copied() int {
	n := 1
	out := make(chan int)
	go func(n int) { n++; out <- n }(n)
	n = 5
	return n + <-out
}

// later writes only before the go statement and after the receive.
func later() (err error) {
	done := make(chan struct{})
	err = errors.New("before")
	go func() {
		defer close(done)
		if err != nil {
			err = fmt.Errorf("seen: %w", err)
		}
	}()
	<-done
	return err
}

// named sets its named result under a lock.
func named() (n int) {
	var mu sync.Mutex
	var wg sync.WaitGroup
	defer func() { n *= 2 }()
	for range 2 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			defer mu.Unlock()
			mu.Lock()
			n++
		}()
	}
	wg.Wait()
	return n
}

// immediate calls its literals in the goroutine that made them.
func immediate() int {
	n := 0
	func() { n++ }()
	defer func() { n++ }()
	each := func(f func(int)) { f(1); f(2) }
	each(func(d int) { n += d })
	return n
}

// timed is only touched by the timer until it has fired.
func timed() string {
	text := ""
	fired := make(chan struct{})
	time.AfterFunc(time.Millisecond, func() {
		text = "fired"
		close(fired)
	})
	<-fired
	return text
}

func main() {
	perTurn()
	fmt.Println(shadowed(), readers(), copied(), later(), named(), immediate(), timed())
}
