// Package selfsendfield sends to a channel in a field and receives in the same
// goroutine.
package selfsendfield

import "testing"

type box struct{ ch chan int }

func (b *box) put(n int) {
	b.ch <- n // want `the send to b.ch waits for ever, because .* itself would be the one to receive \(self-send\)`
}

func (b *box) get() int { return <-b.ch }

func TestBox(t *testing.T) {
	b := &box{ch: make(chan int)}
	b.put(1)
	t.Log(b.get())
}
