// Package leftticking has objects whose goroutines wait for a ticker.
package leftticking

import (
	"context"
	"sync"
	"time"
)

// A Batcher collects points and ships them now and then.
type Batcher struct {
	mu   sync.Mutex
	open []int
	ship func([]int)
}

// NewBatcher starts a batcher.
func NewBatcher(ship func([]int), every time.Duration) *Batcher {
	b := &Batcher{ship: ship}
	go b.loop(every)
	return b
}

func (b *Batcher) loop(every time.Duration) {
	tick := time.NewTicker(every)
	defer tick.Stop()
	for range tick.C { // want `^likely goroutine leak: this loop has no way out, and Close does not end it: each Batcher leaves a goroutine behind that waits for its ticker for ever \(range-never-closed\)`
		b.flush()
	}
}

func (b *Batcher) flush() {
	b.mu.Lock()
	open := b.open
	b.open = nil
	b.mu.Unlock()
	b.ship(open)
}

// Close ships what is left.
func (b *Batcher) Close() { b.flush() }

// A Cache forgets what is old.
type Cache struct {
	mu   sync.Mutex
	data map[string]time.Time
	full chan struct{}
}

// New makes a cache.
func New() *Cache {
	c := &Cache{data: make(map[string]time.Time), full: make(chan struct{}, 1)}
	go func() {
		tick := time.NewTicker(time.Minute)
		for {
			select { // want `^likely goroutine leak: this loop has no way out, and Stop does not end it: each Cache leaves .* \(abandoned-receive\)`
			case <-tick.C:
			case <-c.full:
			}
			c.mu.Lock()
			clear(c.data)
			c.mu.Unlock()
		}
	}()
	return c
}

// Stop forgets everything.
func (c *Cache) Stop() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.data = nil
}

// A Poller ends when it is closed.
type Poller struct {
	quit chan struct{}
	poll func()
}

// NewPoller starts a poller.
func NewPoller(poll func(), every time.Duration) *Poller {
	p := &Poller{quit: make(chan struct{}), poll: poll}
	go p.loop(every)
	return p
}

func (p *Poller) loop(every time.Duration) {
	tick := time.NewTicker(every)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
			p.poll()
		case <-p.quit:
			return
		}
	}
}

// Close ends the poller.
func (p *Poller) Close() { close(p.quit) }

// A Watcher looks at its context after each tick.
type Watcher struct{ cancel context.CancelFunc }

// Watch starts a watcher.
func Watch(ctx context.Context, look func()) *Watcher {
	w := &Watcher{}
	ctx, w.cancel = context.WithCancel(ctx)
	go func() {
		tick := time.NewTicker(time.Second)
		defer tick.Stop()
		for range tick.C {
			if ctx.Err() != nil {
				return
			}
			look()
		}
	}()
	return w
}

// Stop ends it.
func (w *Watcher) Stop() { w.cancel() }

// A Clock goes as long as the process: nobody can close it.
type Clock struct {
	mu  sync.Mutex
	now time.Time
}

// NewClock starts a clock.
func NewClock() *Clock {
	c := &Clock{}
	go func() {
		for t := range time.Tick(time.Second) {
			c.mu.Lock()
			c.now = t
			c.mu.Unlock()
		}
	}()
	return c
}

// Now tells the time.
func (c *Clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

// A Conn has a Close because an interface asks for it.
type Conn struct{ beats int }

// Open starts its heart.
func Open(beat func()) *Conn {
	c := &Conn{}
	go c.live(beat)
	return c
}

func (c *Conn) live(beat func()) {
	for range time.Tick(time.Second) {
		beat()
	}
}

// Close does nothing.
func (c *Conn) Close() {}
