// Package toofewsends receives once more than is sent, in another function.
package toofewsends

import "testing"

func produce(out chan<- int, n int) {
	for i := range n {
		out <- i
	}
}

func collect(in <-chan int, n int) (sum int) {
	for range n {
		sum += <-in // want `the receive from in waits for ever when its sender has left first.*\(abandoned-receive\)`
	}
	return sum
}

func TestSum(t *testing.T) {
	ch := make(chan int)
	go produce(ch, 2)
	t.Log(collect(ch, 3))
}
