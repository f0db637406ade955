// Package main marks essays with several teachers and prints the mean.
package main

import (
	"fmt"
	"strings"
	"sync"
)

type correction struct {
	wg    sync.WaitGroup
	marks chan int
}

func newCorrection(essays int) *correction {
	return &correction{marks: make(chan int, essays)}
}

func (c *correction) mark(essay string) {
	defer c.wg.Done()
	if essay == "" {
		return
	}
	c.marks <- len(strings.Fields(essay))
}

func (c *correction) finish() {
	c.wg.Wait()
	close(c.marks)
}

func main() {
	essays := []string{"on bees", "", "a day at sea"}
	c := newCorrection(len(essays))
	for _, e := range essays {
		c.wg.Add(1)
		go c.mark(e)
	}
	c.finish()
	sum := 0
	for m := range c.marks {
		sum += m
	}
	fmt.Println("mean:", sum/len(essays))
}
