// Package check validates parts of an order at the same time.
package check

import (
	"errors"
	"fmt"
	"time"
)

// Item is a line of an order.
type Item struct {
	SKU   string
	Count int
}

// Rule judges an item.
type Rule func(Item) error

// NotEmpty wants a SKU.
func NotEmpty(i Item) error {
	if i.SKU == "" {
		return errors.New("no SKU")
	}
	return nil
}

// Positive wants a count.
func Positive(i Item) error {
	if i.Count <= 0 {
		return fmt.Errorf("%s: count %d", i.SKU, i.Count)
	}
	return nil
}

// Checker holds rules.
type Checker struct {
	rules []Rule
	pause time.Duration
}

// New makes a checker.
func New(rules ...Rule) *Checker {
	return &Checker{rules: rules, pause: time.Millisecond}
}

func (c *Checker) item(i Item) error {
	time.Sleep(c.pause)
	for _, r := range c.rules {
		if err := r(i); err != nil {
			return err
		}
	}
	return nil
}

// All returns the first error found.
func (c *Checker) All(items []Item) error {
	errc := make(chan error) // BUG: goroutine-leak
	for _, it := range items {
		go func() { // BUG: goroutine-leak
			errc <- c.item(it) // BUG: goroutine-leak
		}()
	}
	for range items {
		if err := <-errc; err != nil { // BUG: goroutine-leak
			return err // BUG: goroutine-leak
		}
	}
	return nil
}
