// Package fields keeps its channels in fields, slices and maps, and is run by tests.
package fields

import "testing"

type hub struct {
	inbox chan int
	by    map[string]chan int
	all   []chan int
}

func newHub() *hub {
	return &hub{inbox: make(chan int), by: map[string]chan int{"a": make(chan int)}, all: []chan int{make(chan int)}}
}

func (h *hub) feed() {
	h.inbox <- 1 // want `^goroutine leak: the send to h.inbox waits for ever.*\(send-without-receiver\)`
}

func TestFeed(t *testing.T) {
	h := newHub()
	go h.feed()
	t.Log("the test ends")
}

func TestMap(t *testing.T) {
	h := newHub()
	h.by["a"] <- 1 // want `^deadlock: .* waits for ever.*\(send-without-receiver\)`
}

func TestSlice(t *testing.T) {
	h := newHub()
	for _, ch := range h.all {
		ch <- 1 // want `^deadlock: .* waits for ever.*\(send-without-receiver\)`
	}
}
