// Package main shares one err between goroutines and their parent.
package main

import (
	"errors"
	"fmt"
	"sync"
)

func fetch(n int) error {
	if n > 1 {
		return errors.New("too big")
	}
	return nil
}

func last() error {
	var err error
	var wg sync.WaitGroup
	for i := range 3 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			err = fetch(i) // want `writes err, which.*\(captured-variable\)`
		}()
	}
	wg.Wait()
	return err
}

// both assigns the named result from two goroutines.
func both() (err error) {
	done := make(chan struct{})
	go func() {
		err = fetch(1) // want `writes err, which.*\(captured-variable\)`
		close(done)
	}()
	err = fetch(2)
	<-done
	return err
}

func main() {
	fmt.Println(last(), both())
}
