// Package toldonce has a send that waits for ever in two tests, in each for another reason.
package toldonce

import (
	"os"
	"testing"
)

func measure(wanted bool) int {
	results := make(chan int) // related `the channel is made here`
	go func() {               // related `the goroutine that never ends is started here`
		results <- 21 // want `goroutine leak: the send to results waits for ever.* \(send-without-receiver\)`
	}()
	if !wanted {
		return 0
	}
	return <-results
}

func TestNotWanted(t *testing.T) {
	if measure(false) != 0 {
		t.Error("measured")
	}
}

func TestSometimesWanted(t *testing.T) {
	measure(len(os.Args) > 1)
}
