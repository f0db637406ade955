// Package mailroom sends letters with a few workers and counts what became of them.
package mailroom

import (
	"sync"
)

// Sender delivers one letter.
type Sender func(to, text string) error

type letter struct{ to, text string }

// Room accepts letters until it is closed.
type Room struct {
	send Sender
	in   chan letter
	wg   sync.WaitGroup

	mu     sync.Mutex
	closed bool
	ok     int
	failed map[string]error
}

// Open starts n workers.
func Open(n int, send Sender) *Room {
	r := &Room{send: send, in: make(chan letter, 16), failed: map[string]error{}}
	r.wg.Add(n)
	for i := 0; i < n; i++ {
		go r.worker()
	}
	return r
}

func (r *Room) worker() {
	defer r.wg.Done()
	for l := range r.in {
		r.note(l, r.send(l.to, l.text))
	}
}

func (r *Room) note(l letter, err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if err != nil {
		r.failed[l.to] = err
		return
	}
	r.ok++
}

// Post queues a letter. It must not be called after, or together with, Close.
func (r *Room) Post(to, text string) { r.in <- letter{to, text} }

// Close waits until all letters are out and tells how many made it. Calls after the first do nothing.
func (r *Room) Close() (sent, failed int) {
	r.mu.Lock()
	if r.closed {
		r.mu.Unlock()
		return
	}
	r.closed = true
	r.mu.Unlock()

	close(r.in)
	r.wg.Wait()

	r.mu.Lock()
	defer r.mu.Unlock()
	return r.ok, len(r.failed)
}
