// Package sentbuffers sends a slice in a struct and fills its array anew.
//
// Today: "split writes c.data[0]", which is what the receiver calls it.
package sentbuffers

import "testing"

type chunk struct{ data []byte }

func split(text string, out chan<- chunk) {
	defer close(out)
	buf := make([]byte, 1)
	for i := range len(text) {
		buf[0] = text[i] // want `buf\S*, which was sent to another goroutine at sentbuffers_test.go:15; .* reads it at the same time \(use-after-send\)`
		out <- chunk{buf}
	}
}

func TestSplit(t *testing.T) {
	out := make(chan chunk)
	go split("abc", out)
	n := 0
	for c := range out {
		n += int(c.data[0])
	}
	t.Log(n)
}
