// Package shade draws the blinds of a greenhouse while the sun shines.
package shade

import (
	"sync"
	"time"
)

// Blinds draw themselves from time to time.
type Blinds struct {
	mu   sync.Mutex
	quit chan struct{}
	Draw func()
}

// Start starts the blinds, if they stand still.
func (b *Blinds) Start() {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.quit != nil {
		return
	}
	b.quit = make(chan struct{})
	go b.run(b.quit)
}

func (b *Blinds) run(quit <-chan struct{}) {
	tick := time.NewTicker(time.Minute)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
			b.Draw()
		case <-quit:
			return
		}
	}
}

// Stop stops the blinds; it may be called at any time.
func (b *Blinds) Stop() {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.quit != nil {
		close(b.quit)
		b.quit = nil
	}
}
