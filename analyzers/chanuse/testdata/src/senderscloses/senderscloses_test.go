// Package senderscloses has two senders, each of which closes the channel in the
// field when it has done its part.
package senderscloses

import (
	"sync"
	"testing"
)

type feed struct{ out chan int }

func (f *feed) send(n int) {
	f.out <- n
}

func (f *feed) finish(last bool) {
	if last {
		close(f.out) // want `panic: .* closes f.out while .* still sends to it at senderscloses_test.go:13.*\(close-while-sending\)`
	}
}

func TestFeed(t *testing.T) {
	f := &feed{out: make(chan int, 2)}
	var wg sync.WaitGroup
	for i := range 2 {
		wg.Go(func() {
			f.send(i)
			f.finish(i == 1)
		})
	}
	wg.Wait()
}
