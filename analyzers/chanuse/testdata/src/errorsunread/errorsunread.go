// Package main sends its errors to a channel that nobody reads.
package main

import (
	"errors"
	"sync"
)

type converter struct {
	errs chan error
	wg   sync.WaitGroup
}

func (c *converter) fail(err error) {
	c.errs <- err // want `the send to c.errs waits for ever, because no goroutine gets to receive \(send-without-receiver\)`
}

func (c *converter) convert(file string) {
	defer c.wg.Done()
	if file == "" {
		c.fail(errors.New("no name"))
	}
}

func main() {
	c := &converter{errs: make(chan error)}
	c.wg.Add(1)
	go c.convert("")
	c.wg.Wait()
}
