// Package turnedaway turns callers away whose key is taken, and lets two of them have it.
package turnedaway

import (
	"errors"
	"fmt"
	"sync"
)

var ErrTaken = errors.New("taken")

type plan struct {
	sync.RWMutex
	guests map[int]string
}

type Hotel struct{ plan plan }

func (h *Hotel) Book(room int, guest string) error {
	h.plan.RLock()
	_, taken := h.plan.guests[room] // related `the decision is made here, under an earlier lock`
	h.plan.RUnlock()
	if taken {
		return ErrTaken
	}
	h.plan.Lock()
	defer h.plan.Unlock()
	h.plan.guests[room] = guest // want `^likely lost decision: Book checks h.plan.guests, gives up h.plan.RWMutex and takes it again before it changes h.plan.guests.*\(check-then-act\)$`
	return nil
}

type Visits struct {
	mu   sync.Mutex
	seen map[string]bool
}

func (v *Visits) First(url string) bool {
	v.mu.Lock()
	seen := v.seen[url] // related `the decision is made here, under an earlier lock`
	v.mu.Unlock()
	if seen {
		return false
	}
	v.mu.Lock()
	v.seen[url] = true // want `First checks v.seen, gives up v.mu .* \(check-then-act\)$`
	v.mu.Unlock()
	return true
}

type Names struct {
	mu   sync.Mutex
	mail map[string]string
}

func (n *Names) Register(name, mail string) error {
	n.mu.Lock()
	if _, ok := n.mail[name]; !ok { // related `the decision is made here, under an earlier lock`
		n.mu.Unlock()
		n.mu.Lock()
		defer n.mu.Unlock()
		n.mail[name] = mail // want `Register checks n.mail, gives up n.mu .* \(check-then-act\)$`
		return nil
	}
	n.mu.Unlock()
	return fmt.Errorf("%s is taken", name)
}
