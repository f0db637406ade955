// Package openonerror closes its channel on one way only.
package openonerror

import (
	"errors"
	"testing"
)

func check(n int) error {
	if n < 0 {
		return errors.New("negative")
	}
	return nil
}

func produce(out chan<- int, list []int) error {
	for _, n := range list {
		if err := check(n); err != nil {
			return err
		}
		out <- n
	}
	close(out)
	return nil
}

func sum(in <-chan int) (total int) {
	for n := range in { // want `the range over in waits for ever, because nobody closes in any more \(range-never-closed\)`
		total += n
	}
	return total
}

func TestNegative(t *testing.T) {
	ch := make(chan int) // related `^the channel is made here, unbuffered: every send waits for a receiver \(range-never-closed\)$`
	go produce(ch, []int{1, -1})
	t.Log(sum(ch))
}
