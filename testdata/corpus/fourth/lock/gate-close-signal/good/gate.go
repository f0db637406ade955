// Package gate limits how many goroutines are inside at once.
package gate

import "sync"

// Gate lets at most limit visitors in.
type Gate struct {
	mu     sync.Mutex
	freed  *sync.Cond
	limit  int
	inside int
	closed bool
}

func New(limit int) *Gate {
	g := &Gate{limit: limit}
	g.freed = sync.NewCond(&g.mu)
	return g
}

// Enter waits for a place. It returns false if the gate is closed.
func (g *Gate) Enter() bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	for g.inside >= g.limit && !g.closed {
		g.freed.Wait()
	}
	if g.closed {
		return false
	}
	g.inside++
	return true
}

// Exit gives the place back.
func (g *Gate) Exit() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.inside--
	g.freed.Signal()
}

// Close sends away everybody who waits, and everybody who comes later.
func (g *Gate) Close() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.closed = true
	g.freed.Broadcast()
}
