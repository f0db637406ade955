// Package relocksstring prints itself under its lock, and String takes the lock.
package relocksstring

import (
	"fmt"
	"sync"
	"testing"
)

type gauge struct {
	mu    sync.Mutex
	level int
}

func (g *gauge) String() string {
	g.mu.Lock() // want `String locks g.mu, which the same goroutine holds since relocksstring_test.go:22.*\(relock\)`
	defer g.mu.Unlock()
	return fmt.Sprintf("level %d", g.level)
}

func (g *gauge) set(n int) string {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.level = n
	return "now " + g.String()
}

func TestGauge(t *testing.T) {
	g := &gauge{}
	t.Log(g.set(3))
}
