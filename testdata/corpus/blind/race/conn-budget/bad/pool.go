package dbpool

import (
	"errors"
	"sync"
	"time"
)

var ErrExhausted = errors.New("dbpool: no connection left")

type Conn struct{ ID int }

type Pool struct {
	mu   sync.Mutex
	idle []*Conn
	open int
	max  int
	dial func(id int) *Conn
}

func NewPool(max int, dial func(int) *Conn) *Pool {
	return &Pool{max: max, dial: dial}
}

func slowDial(id int) *Conn {
	time.Sleep(2 * time.Millisecond)
	return &Conn{ID: id}
}

// Get hands out an idle connection or opens another one, but never
// more than max.
func (p *Pool) Get() (*Conn, error) {
	p.mu.Lock()
	if n := len(p.idle); n > 0 {
		c := p.idle[n-1]
		p.idle = p.idle[:n-1]
		p.mu.Unlock()
		return c, nil
	}
	if p.open >= p.max { // BUG: check-then-act
		p.mu.Unlock()
		return nil, ErrExhausted
	}
	id := p.open
	p.mu.Unlock() // BUG: check-then-act
	c := p.dial(id)
	p.mu.Lock() // BUG: check-then-act
	p.open++    // BUG: check-then-act
	p.mu.Unlock()
	return c, nil
}

func (p *Pool) Put(c *Conn) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.idle = append(p.idle, c)
}

func (p *Pool) Open() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.open
}
