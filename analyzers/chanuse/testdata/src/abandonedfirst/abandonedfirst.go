// Package main takes the first result and leaves the other senders behind.
package main

import (
	"errors"
	"fmt"
)

func query(server string) string { return "answer of " + server }

func first(servers []string) string {
	answers := make(chan string)
	for _, s := range servers {
		go func() {
			answers <- query(s) // want `^goroutine leak: the send to answers waits for ever when its receiver has left first; the goroutine of abandonedfirst.go:\d+ never ends \(abandoned-send\)`
		}()
	}
	return <-answers
}

// tooSmall has room for one of two.
func tooSmall() int {
	ch := make(chan int, 1)
	for i := range 3 {
		go func() {
			ch <- i // want `\(abandoned-send\)`
		}()
	}
	return <-ch
}

// early returns at the first error.
func early(n int) error {
	errs := make(chan error)
	for i := range n {
		go func() {
			if i == 0 {
				errs <- errors.New("zero") // this one is always received
				return
			}
			errs <- nil // want `\(abandoned-send\)`
		}()
	}
	for range n {
		if err := <-errs; err != nil {
			return err
		}
	}
	return nil
}

func main() {
	fmt.Println(first([]string{"a", "b"}), tooSmall(), early(3))
	select {}
}
