// Package idle closes resources that were not used for a while.
package idle

import (
	"sync"
	"time"
)

// Closer frees a resource.
type Closer func()

// Guard watches one resource.
type Guard struct {
	after time.Duration

	mu     sync.Mutex
	close  Closer
	timer  *time.Timer
	gen    int
	active int
	closed bool
}

// Watch makes a guard that calls close once nobody has used the resource for a time.
func Watch(after time.Duration, close Closer) *Guard {
	g := &Guard{after: after, close: close}
	g.mu.Lock()
	g.arm()
	g.mu.Unlock()
	return g
}

// arm starts the timer anew; mu is held.
func (g *Guard) arm() {
	g.gen++
	gen := g.gen
	if g.timer != nil {
		g.timer.Stop()
	}
	g.timer = time.AfterFunc(g.after, func() { g.expire(gen) })
}

func (g *Guard) expire(gen int) {
	g.mu.Lock()
	if g.closed || g.active > 0 || gen != g.gen {
		g.mu.Unlock()
		return
	}
	g.closed = true
	f := g.close
	g.mu.Unlock()
	f()
}

// Use runs f unless the resource is closed.
func (g *Guard) Use(f func()) bool {
	g.mu.Lock()
	if g.closed {
		g.mu.Unlock()
		return false
	}
	g.active++
	g.mu.Unlock()

	defer func() {
		g.mu.Lock()
		defer g.mu.Unlock()
		g.active--
		if g.active == 0 && !g.closed {
			g.arm()
		}
	}()
	f()
	return true
}

// Closed reports whether the resource is gone.
func (g *Guard) Closed() bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.closed
}
