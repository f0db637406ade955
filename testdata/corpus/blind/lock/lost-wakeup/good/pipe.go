// Package pipe is a bounded queue for several readers and writers.
package pipe

import "sync"

// Pipe holds up to size strings.
type Pipe struct {
	mu     sync.Mutex
	change *sync.Cond // some reader or writer may go on
	buf    []string
	size   int
}

// New makes a pipe.
func New(size int) *Pipe {
	p := &Pipe{size: size}
	p.change = sync.NewCond(&p.mu)
	return p
}

// Put waits for room.
func (p *Pipe) Put(s string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for len(p.buf) == p.size {
		p.change.Wait()
	}
	p.buf = append(p.buf, s)
	p.change.Broadcast()
}

// Take waits for a string.
func (p *Pipe) Take() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	for len(p.buf) == 0 {
		p.change.Wait()
	}
	s := p.buf[0]
	p.buf = p.buf[1:]
	p.change.Broadcast()
	return s
}
