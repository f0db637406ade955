// Package main reads what is sent, or leaves it in the buffer.
package main

import (
	"errors"
	"fmt"
	"sync"
)

func convert(file string) error {
	if file == "" {
		return errors.New("no name")
	}
	return nil
}

func all(files []string) error {
	errs := make(chan error)
	for _, file := range files {
		go func() { errs <- convert(file) }()
	}
	var joined error
	for range files {
		joined = errors.Join(joined, <-errs)
	}
	return joined
}

// last leaves all but one error in the buffer: nobody waits for its end.
func last(files []string) error {
	errs := make(chan error, len(files))
	var wg sync.WaitGroup
	for _, file := range files {
		wg.Go(func() { errs <- convert(file) })
	}
	wg.Wait()
	return <-errs
}

// dropped sends only if somebody listens.
func dropped(file string) {
	errs := make(chan error)
	var wg sync.WaitGroup
	wg.Go(func() {
		select {
		case errs <- convert(file):
		default:
		}
	})
	wg.Wait()
}

func main() {
	fmt.Println(all([]string{"a", ""}), last([]string{"a", "b"}))
	dropped("a")
}
