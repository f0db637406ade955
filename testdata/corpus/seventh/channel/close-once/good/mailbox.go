// Package mailbox is a box that anybody may fill, close and empty.
package mailbox

import (
	"errors"
	"sync"
)

// ErrClosed is returned by Post after Close.
var ErrClosed = errors.New("mailbox: closed")

// ErrFull is returned when there is no room.
var ErrFull = errors.New("mailbox: full")

// Box holds letters.
type Box struct {
	mu      sync.RWMutex
	closed  bool
	letters chan string
}

// New makes a box for n letters.
func New(n int) *Box { return &Box{letters: make(chan string, n)} }

// Post puts a letter in. It never waits.
func (b *Box) Post(text string) error {
	b.mu.RLock()
	defer b.mu.RUnlock()
	if b.closed {
		return ErrClosed
	}
	select {
	case b.letters <- text:
		return nil
	default:
		return ErrFull
	}
}

// Close lets no more letters in. It may be called by anyone at any time.
func (b *Box) Close() {
	b.mu.Lock()
	defer b.mu.Unlock()
	if !b.closed {
		b.closed = true
		close(b.letters)
	}
}

// Letters delivers what is in the box until it is closed and empty.
func (b *Box) Letters() <-chan string { return b.letters }
