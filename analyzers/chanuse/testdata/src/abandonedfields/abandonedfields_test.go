// Package abandonedfields gives up waiting for an answer in a field, and whoever
// answers stays behind.
package abandonedfields

import (
	"testing"
	"time"
)

type query struct{ answer chan string }

func (q *query) run() {
	time.Sleep(2 * time.Millisecond)
	q.answer <- "42" // want `goroutine leak: the send to q.answer waits for ever when its receiver has left first; .* never ends \(abandoned-send\)`
}

func (q *query) wait(d time.Duration) (string, bool) {
	select {
	case a := <-q.answer:
		return a, true
	case <-time.After(d):
		return "", false
	}
}

func TestTimeout(t *testing.T) {
	q := &query{answer: make(chan string)}
	go q.run()
	t.Log(q.wait(time.Millisecond))
}
