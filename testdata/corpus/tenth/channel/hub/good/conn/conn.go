// Package conn is an in-memory stand-in for a message connection.
package conn

import (
	"errors"
	"sync"
	"time"
)

// ErrGone is returned by Write after Close.
var ErrGone = errors.New("conn: peer is gone")

// Pipe is a connection whose writes take a while.
type Pipe struct {
	delay time.Duration

	mu   sync.Mutex
	got  []string
	gone bool
}

// New makes a Pipe with a delay for each write.
func New(delay time.Duration) *Pipe { return &Pipe{delay: delay} }

// Write sends one message.
func (p *Pipe) Write(msg string) error {
	time.Sleep(p.delay)
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.gone {
		return ErrGone
	}
	p.got = append(p.got, msg)
	return nil
}

// Close ends the connection.
func (p *Pipe) Close() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.gone = true
	return nil
}

// Received is the number of messages that arrived.
func (p *Pipe) Received() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return len(p.got)
}
