package main

import (
	"encoding/json"
	"errors"
	"io"
	"sync"
)

type settings struct {
	Greeting string
	MaxName  int
}

func (s settings) valid() error {
	if s.Greeting == "" {
		return errors.New("no greeting")
	}
	if s.MaxName < 1 {
		return errors.New("MaxName must be positive")
	}
	return nil
}

// holder keeps the settings in force.
type holder struct {
	mu  sync.RWMutex
	set *settings
}

func newHolder(first settings) *holder { return &holder{set: &first} }

func (h *holder) current() *settings {
	h.mu.RLock()
	defer h.mu.RUnlock()
	return h.set
}

// load reads new settings and puts them in force if they are valid.
func (h *holder) load(r io.Reader) error {
	var next settings
	if err := json.NewDecoder(r).Decode(&next); err != nil {
		return err
	}
	if err := next.valid(); err != nil {
		return err
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	h.set = &next
	return nil
}
