package sessions

import (
	"bytes"
	"errors"
	"sync"
	"time"
)

var errClosed = errors.New("sessions: closed")

// Terminal is a Session with a scrollback buffer.
type Terminal struct {
	id      string
	onClose Closer

	mu     sync.Mutex
	scroll bytes.Buffer
	used   time.Time
	closed bool
}

// NewTerminal returns a constructor for Registry.Open.
func NewTerminal(id string) func(Closer) Session {
	return func(c Closer) Session {
		return &Terminal{id: id, onClose: c, used: time.Now()}
	}
}

func (t *Terminal) ID() string { return t.id }

func (t *Terminal) LastUsed() time.Time {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.used
}

func (t *Terminal) Write(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.closed {
		return 0, errClosed
	}
	t.used = time.Now()
	return t.scroll.Write(p)
}

func (t *Terminal) Close() error {
	t.mu.Lock()
	was := t.closed
	t.closed = true
	t.mu.Unlock()
	if was {
		return errClosed
	}
	t.onClose(t.id)
	return nil
}
