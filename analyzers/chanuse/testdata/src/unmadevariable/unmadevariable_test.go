// Package unmadevariable makes its channel in a copy, and waits on the original.
package unmadevariable

import "testing"

type queue struct{ items chan int }

// init changes its own copy of the queue.
func (q queue) init() { q.items = make(chan int, 1) }

func take(items <-chan int) int {
	return <-items // want `the receive from (q.)?items waits for ever: (q.)?items is nil, no make has given it a channel \(nil-channel\)`
}

func TestQueue(t *testing.T) {
	var q queue
	q.init()
	t.Log(take(q.items))
}
