// Package connpool hands out connections and takes them back.
package connpool

// Pool holds idle connections. A pool shuts down by itself when a broken
// connection comes back, because then the server is gone.
type Pool struct {
	idle chan *Conn
	down chan struct{}
}

// New dials size connections.
func New(size int) *Pool {
	p := &Pool{idle: make(chan *Conn, size), down: make(chan struct{})}
	for range size {
		p.idle <- dial()
	}
	return p
}

// Get waits for an idle connection.
func (p *Pool) Get() (*Conn, error) {
	select {
	case <-p.down:
		return nil, ErrClosed
	default:
	}
	select {
	case c := <-p.idle:
		return c, nil
	case <-p.down:
		return nil, ErrClosed
	}
}

// Put gives a connection back.
func (p *Pool) Put(c *Conn) {
	if !c.Healthy() {
		close(p.down) // BUG: double-close
		return
	}
	p.idle <- c
}

// Close wakes everybody who waits in Get. It may be called several times.
func (p *Pool) Close() {
	select {
	case <-p.down:
	default:
		close(p.down) // BUG: double-close
	}
}
