// Package firstwins takes the first of several results; the channel has room for all.
package main

import (
	"errors"
	"fmt"
	"time"
)

func query(server string) string { return "answer of " + server }

func first(servers []string) string {
	answers := make(chan string, len(servers))
	for _, s := range servers {
		go func() { answers <- query(s) }()
	}
	return <-answers
}

func two() int {
	results := make(chan int, 2)
	go func() { results <- 1 }()
	go func() { results <- 2 }()
	return <-results
}

// timeout leaves its sender room for the one value.
func timeout() (string, error) {
	answer := make(chan string, 1)
	go func() { answer <- query("slow") }()
	select {
	case a := <-answer:
		return a, nil
	case <-time.After(time.Second):
		return "", errors.New("timeout")
	}
}

// firstError has a place for the error of every worker.
func firstError(n int) error {
	errs := make(chan error, n)
	for i := range n {
		go func() {
			if i == 1 {
				errs <- errors.New("one")
				return
			}
			errs <- nil
		}()
	}
	for range n {
		if err := <-errs; err != nil {
			return err
		}
	}
	return nil
}

// polite senders give up when nobody listens.
func polite() int {
	winner := make(chan int, 1)
	for i := range 3 {
		go func() {
			select {
			case winner <- i:
			default:
			}
		}()
	}
	return <-winner
}

func main() {
	fmt.Println(first([]string{"a", "b", "c"}), two(), firstError(3), polite())
	fmt.Println(timeout())
}
