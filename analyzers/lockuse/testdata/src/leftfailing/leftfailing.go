// Package leftfailing returns without unlocking when something is wrong.
package leftfailing

import (
	"errors"
	"sync"
)

type Conn struct {
	mu     sync.Mutex
	closed bool
	out    []byte
}

func (c *Conn) Send(b byte) bool {
	c.mu.Lock() // want `likely deadlock: on some way Send leaves without unlocking c.mu.* \(missing-unlock\)`
	if c.closed {
		return false
	}
	c.out = append(c.out, b)
	c.mu.Unlock()
	return true
}

type Hotel struct {
	mu     sync.Mutex
	guests map[int]string
}

func NewHotel(rooms int) *Hotel {
	guests := make(map[int]string)
	for room := range rooms {
		guests[room] = ""
	}
	return &Hotel{guests: guests}
}

func (h *Hotel) ReserveRoom(room int, guest string) error {
	h.mu.Lock() // want `likely deadlock: on some way ReserveRoom leaves without unlocking h.mu.* \(missing-unlock\)`
	if h.guests[room] != "" {
		return errors.New("taken")
	}
	h.guests[room] = guest
	h.mu.Unlock()
	return nil
}

// AddEntry has no name of somebody who takes a lock for others.
func (h *Hotel) AddEntry(room int) {
	h.mu.Lock() // want `likely deadlock: on some way AddEntry leaves without unlocking h.mu.* \(missing-unlock\)`
	if room < 0 {
		return
	}
	h.guests[room] = "entry"
	h.mu.Unlock()
}

// A Turnstile gives its lock to whoever was let in.
type Turnstile struct {
	mu     sync.Mutex
	closed bool
}

func (t *Turnstile) Enter() bool {
	t.mu.Lock()
	if t.closed {
		t.mu.Unlock()
		return false
	}
	return true
}

func (t *Turnstile) Begin() error {
	t.mu.Lock()
	if t.closed {
		t.mu.Unlock()
		return errors.New("closed")
	}
	return nil
}

// Hold returns how to let go.
func (t *Turnstile) Hold() func() {
	t.mu.Lock()
	if t.closed {
		t.mu.Unlock()
		return nil
	}
	return t.mu.Unlock
}
