// Package wakeupsright wakes goroutines that hear of it.
package wakeupsright

import "time"

// A Reloader has room for one signal.
type Reloader struct {
	read func() string
	wake chan struct{}
}

func Start(read func() string) *Reloader {
	r := &Reloader{read: read, wake: make(chan struct{}, 1)}
	go r.loop()
	return r
}

func (r *Reloader) loop() {
	for range r.wake {
		r.read()
	}
}

func (r *Reloader) Changed() {
	select {
	case r.wake <- struct{}{}:
	default:
	}
}

// A Poller looks by itself as well.
type Poller struct {
	read func() string
	wake chan struct{}
}

func Poll(read func() string) *Poller {
	p := &Poller{read: read, wake: make(chan struct{})}
	go p.loop()
	return p
}

func (p *Poller) loop() {
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
		case <-p.wake:
		}
		p.read()
	}
}

func (p *Poller) Hurry() {
	select {
	case p.wake <- struct{}{}:
	default:
	}
}

// A Desk is told whether somebody was free.
type Desk struct {
	serve func(string)
	calls chan string
}

func Open(serve func(string)) *Desk {
	d := &Desk{serve: serve, calls: make(chan string)}
	go d.loop()
	return d
}

func (d *Desk) loop() {
	for name := range d.calls {
		d.serve(name)
	}
}

func (d *Desk) Try(name string) bool {
	select {
	case d.calls <- name:
		return true
	default:
		return false
	}
}

// A Bell waits until it is heard.
type Bell struct {
	ring  func()
	pulls chan struct{}
}

func Hang(ring func()) *Bell {
	b := &Bell{ring: ring, pulls: make(chan struct{})}
	go b.loop()
	return b
}

func (b *Bell) loop() {
	for range b.pulls {
		b.ring()
	}
}

func (b *Bell) Pull() { b.pulls <- struct{}{} }

// A Counter does nothing that takes time between two signals.
type Counter struct {
	n     int
	ticks chan struct{}
	ask   chan chan int
}

func Count() *Counter {
	c := &Counter{ticks: make(chan struct{}), ask: make(chan chan int)}
	go c.loop()
	return c
}

func (c *Counter) loop() {
	for {
		select {
		case <-c.ticks:
			c.n++
		case answer := <-c.ask:
			answer <- c.n
		}
	}
}

func (c *Counter) Tick() {
	c.ticks <- struct{}{}
}

// A Turn is offered and refused: its caller learns which.
type Turn struct {
	work func()
	free chan struct{}
}

func Take(work func()) *Turn {
	t := &Turn{work: work, free: make(chan struct{})}
	go t.loop()
	return t
}

func (t *Turn) loop() {
	for range t.free {
		t.work()
	}
}

func (t *Turn) Offer() bool {
	select {
	case t.free <- struct{}{}:
		return true
	default:
		return false
	}
}
