// Package wrongchannel answers on another channel than the one that is asked for.
package wrongchannel

import "testing"

func double(in <-chan int, out chan<- int) { out <- 2 * <-in }

func TestDouble(t *testing.T) {
	in, out, spare := make(chan int), make(chan int, 1), make(chan int, 1)
	go double(in, spare)
	in <- 1
	t.Log(<-out) // want `this receive waits for ever|the receive from out waits for ever, because no goroutine gets to send or close \(receive-without-sender\)`
}
