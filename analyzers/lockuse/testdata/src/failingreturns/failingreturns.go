// Package failingreturns forgets the lock where the data of the search do not come by.
package failingreturns

import (
	"errors"
	"sync"
	"time"
)

var errBusy = errors.New("busy")

type conn interface{ Ping() error }

type idle struct {
	conn
	since time.Time
}

type Pool struct {
	mu     sync.Mutex
	idle   []idle
	open   int
	limit  int
	closed bool
}

const most = 100

func New() *Pool { return &Pool{limit: most} }

func (p *Pool) Get() (conn, error) {
	p.mu.Lock() // related `the lock is taken here`
	if p.closed {
		p.mu.Unlock()
		return nil, errors.New("closed")
	}
	for len(p.idle) > 0 {
		c := p.idle[len(p.idle)-1]
		p.idle = p.idle[:len(p.idle)-1]
		if c.Ping() != nil {
			p.open--
			continue
		}
		p.mu.Unlock()
		return c.conn, nil
	}
	if p.open >= p.limit {
		return nil, errBusy // want `likely deadlock: Get returns here without unlocking p.mu, which it unlocks before it returns elsewhere; whoever locks it next waits for ever \(missing-unlock\)`
	}
	p.open++
	p.mu.Unlock()
	return nil, nil
}

func (p *Pool) Trim(n int) {
	p.mu.Lock() // related `the lock is taken here`
	if n > most {
		if len(p.idle) > most {
			return // want `Trim returns here without unlocking p.mu.* \(missing-unlock\)`
		}
		n = most
	}
	p.idle = nil
	p.mu.Unlock()
}

// Both unlock on every way, by what the ways have in common.
func (p *Pool) Both(quick bool, n int) error {
	p.mu.Lock()
	p.closed = n > most
	if quick {
		p.mu.Unlock()
	}
	time.Sleep(time.Millisecond)
	if quick {
		return errBusy
	}
	p.mu.Unlock()
	return nil
}

// Take gives the lock to its caller, with the connection; who gets none gets no lock.
func (p *Pool) Take() *conn {
	p.mu.Lock()
	if p.closed {
		p.mu.Unlock()
		return nil
	}
	return &p.idle[0].conn
}

// lockOpen leaves the lock to its caller, who unlocks it in both cases.
func (p *Pool) lockOpen() error {
	p.mu.Lock()
	if p.closed {
		return errBusy
	}
	if p.open > most {
		p.mu.Unlock()
		p.mu.Lock()
	}
	return nil
}

func (p *Pool) Count() (int, error) {
	err := p.lockOpen()
	defer p.mu.Unlock()
	return p.open, err
}

// Wait panics, or ends the goroutine, with the lock: nothing is left that could wait.
func (p *Pool) Wait() error {
	p.mu.Lock()
	if p.closed {
		panic("closed")
	}
	p.mu.Unlock()
	return nil
}

// A Session is locked from Open to Done; a failed Open keeps it until Done, too.
type Session struct {
	mu  sync.Mutex
	bad bool
}

func (s *Session) Open() error {
	s.mu.Lock()
	if s.bad {
		return errBusy
	}
	if s.mu.TryLock() {
		s.mu.Unlock()
		return nil
	}
	return nil
}

func (s *Session) Done() { s.mu.Unlock() }

// A Gate is unlocked by literals.
type Gate struct {
	mu     sync.Mutex
	closed bool
	passed int
}

// Deferred has its unlock in a literal.
func (g *Gate) Deferred(n int) error {
	g.mu.Lock()
	locked := true
	defer func() {
		if locked {
			g.mu.Unlock()
		}
	}()
	if g.passed > most {
		return errBusy
	}
	g.mu.Unlock()
	locked = false
	return nil
}

// Stop unlocks by a function value made before.
func (g *Gate) Stop() error {
	g.mu.Lock()
	release := func() { g.mu.Unlock() }
	if g.closed {
		release()
		return errBusy
	}
	g.mu.Unlock()
	return nil
}

// A Door is closed with what is to happen then.
type Door struct {
	mu     sync.Mutex
	limit  int
	closed int
}

func NewDoor() *Door { return &Door{limit: most} }

// Close unlocks in a function that it is given.
func (d *Door) Close(done func()) error {
	d.mu.Lock()
	if d.closed > d.limit {
		done()
		return errBusy
	}
	d.mu.Unlock()
	return nil
}

// An Empty section has a return that keeps linters quiet.
func Empty(mu *sync.Mutex) {
	mu.Lock()
	if false {
		return
	}
	mu.Unlock()
}
