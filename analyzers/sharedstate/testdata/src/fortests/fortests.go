// Package fortests has a method in a test file, which tests call as they need it.
package fortests

import "sync"

type Conn struct {
	mu   sync.Mutex
	peer string
	n    int
}

func (c *Conn) Peer() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.peer
}

func (c *Conn) Connect(peer string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.peer = peer
	c.n++
}

// Reset touches both fields; one report tells of both.
func (c *Conn) Reset() {
	c.peer = "" // want `data race: Reset writes c.peer without c.mu, which \w+ holds.*\(unlocked-field\)`
	c.n = 0
}
