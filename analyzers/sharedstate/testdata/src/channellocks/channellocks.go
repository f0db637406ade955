// Package channellocks has a place in a channel from the look to the put.
package channellocks

import (
	"errors"
	"sync"
)

var ErrExists = errors.New("exists")

// Users: sem, a channel used as lock, serialises the writers.
type Users struct {
	sem  chan struct{}
	mu   sync.RWMutex
	data map[string]int
}

func New() *Users { return &Users{sem: make(chan struct{}, 1), data: map[string]int{}} }

func (u *Users) Create(name string, save func() error) error {
	u.sem <- struct{}{}
	defer func() { <-u.sem }()
	u.mu.RLock()
	_, ok := u.data[name]
	u.mu.RUnlock()
	if ok {
		return ErrExists
	}
	if err := save(); err != nil {
		return err
	}
	u.mu.Lock()
	u.data[name] = 1
	u.mu.Unlock()
	return nil
}

func (u *Users) Count() int {
	u.mu.RLock()
	defer u.mu.RUnlock()
	return len(u.data)
}

// Ticket: the key under which the second part stores is a new one.
type Tickets struct {
	mu   sync.Mutex
	next int
	open map[int]string
	ban  map[string]bool
}

func NewTickets() *Tickets { return &Tickets{open: map[int]string{}, ban: map[string]bool{}} }

func (t *Tickets) Issue(who string) (int, bool) {
	t.mu.Lock()
	banned := t.ban[who]
	t.mu.Unlock()
	if banned {
		return 0, false
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.next++
	t.open[t.next] = who
	return t.next, true
}

func (t *Tickets) Ban(who string) {
	t.mu.Lock()
	t.ban[who] = true
	t.mu.Unlock()
}

// Release looks and deletes: deleting twice is the same as once.
func (t *Tickets) Release(id int) {
	t.mu.Lock()
	_, ok := t.open[id]
	t.mu.Unlock()
	if !ok {
		return
	}
	t.mu.Lock()
	delete(t.open, id)
	t.mu.Unlock()
}
