// Package mailq accepts mails until it is shut down and delivers all of them.
package mailq

import (
	"context"
	"errors"
	"sync"
)

// Mail is to be delivered.
type Mail struct {
	To, Text string
}

var ErrShutdown = errors.New("mailq: shut down")

// Queue delivers mails with a few goroutines.
type Queue struct {
	deliver func(Mail)

	mails   chan Mail
	quit    chan struct{} // closed first: no new senders
	senders sync.WaitGroup
	workers sync.WaitGroup

	mu   sync.Mutex
	down bool
}

// Start makes a queue with room for size mails and n workers.
func Start(size, n int, deliver func(Mail)) *Queue {
	q := &Queue{
		deliver: deliver,
		mails:   make(chan Mail, size),
		quit:    make(chan struct{}),
	}
	for range n {
		q.workers.Add(1)
		go q.work()
	}
	return q
}

func (q *Queue) work() {
	defer q.workers.Done()
	for m := range q.mails {
		q.deliver(m)
	}
}

// enter counts a sender in, unless the queue is down.
func (q *Queue) enter() bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.down {
		return false
	}
	q.senders.Add(1)
	return true
}

// Send waits for room in the queue.
func (q *Queue) Send(ctx context.Context, m Mail) error {
	if !q.enter() {
		return ErrShutdown
	}
	defer q.senders.Done()
	select {
	case q.mails <- m:
		return nil
	case <-q.quit:
		return ErrShutdown
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Shutdown refuses new mails and waits until the accepted ones are delivered.
// Only the first call does something; the others return at once.
func (q *Queue) Shutdown() {
	q.mu.Lock()
	first := !q.down
	q.down = true
	q.mu.Unlock()
	if !first {
		return
	}
	close(q.quit)
	q.senders.Wait()
	close(q.mails)
	q.workers.Wait()
}
