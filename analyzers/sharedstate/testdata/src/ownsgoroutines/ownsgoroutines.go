// Package ownsgoroutines has types whose goroutines use fields that the methods use too.
package ownsgoroutines

import (
	"sync"
	"time"
)

// A Monitor has a goroutine as long as it lives.
type Monitor struct {
	count int
	stop  chan struct{}
}

func NewMonitor(every time.Duration) *Monitor {
	m := &Monitor{stop: make(chan struct{})}
	go m.loop(every)
	return m
}

func (m *Monitor) loop(every time.Duration) {
	t := time.NewTicker(every)
	defer t.Stop()
	for {
		select {
		case <-t.C:
			m.count++ // want `likely data race: loop writes m.count while Count reads it, and no lock orders the two \(unlocked-field\)`
		case <-m.stop:
			return
		}
	}
}

func (m *Monitor) Count() int { return m.count }

func (m *Monitor) Close() { close(m.stop) }

// A Poller polls until it is told to stop.
type Poller struct {
	running bool
	fetch   func() error
}

func (p *Poller) Start() {
	p.running = true
	go func() {
		for p.running { // want `likely data race: a loop polls p.running, which Stop changes without any ordering: the loop may never see it \(stop-flag\)`
			_ = p.fetch()
			time.Sleep(time.Second)
		}
	}()
}

func (p *Poller) Stop() { p.running = false }

// A Debouncer calls once things have calmed down.
type Debouncer struct {
	wait  time.Duration
	timer *time.Timer
	calls int
}

func (d *Debouncer) Call(f func()) {
	if d.timer != nil {
		d.timer.Stop()
	}
	d.calls++ // want `likely data race: Call writes d.calls while the goroutine of ownsgoroutines.go:68 writes it, and no lock orders the two \(unlocked-field\)`
	d.timer = time.AfterFunc(d.wait, func() {
		d.calls = 0
		f()
	})
}

// A Cache forgets what is old, in a goroutine that takes the lock too late.
type Cache struct {
	mu    sync.Mutex
	items map[string]time.Time
	done  chan struct{}
}

func NewCache() *Cache {
	c := &Cache{items: make(map[string]time.Time), done: make(chan struct{})}
	go c.forget()
	return c
}

func (c *Cache) forget() {
	t := time.NewTicker(time.Minute)
	defer t.Stop()
	for {
		select {
		case <-t.C:
			for key, end := range c.items { // want `likely data race: forget reads c.items without c.mu, which Put holds when it writes c.items \(unlocked-field\)`
				if time.Now().After(end) {
					c.mu.Lock()
					delete(c.items, key)
					c.mu.Unlock()
				}
			}
		case <-c.done:
			return
		}
	}
}

func (c *Cache) Put(key string, ttl time.Duration) {
	c.mu.Lock()
	c.items[key] = time.Now().Add(ttl)
	c.mu.Unlock()
}

func (c *Cache) Close() { close(c.done) }
