// Package closedbetweenlocks closes channels on which others send, with a lock that says when.
package closedbetweenlocks

import (
	"errors"
	"slices"
	"sync"
)

var errStopped = errors.New("stopped")

// A Pool asks under the lock, and sends when it has given it back.
type Pool struct {
	tasks   chan func()
	mu      sync.RWMutex
	stopped bool
}

func (p *Pool) isStopped() bool {
	p.mu.RLock()
	defer p.mu.RUnlock()
	return p.stopped
}

func (p *Pool) Submit(task func()) error {
	if p.isStopped() {
		return errStopped
	}
	p.tasks <- task // related `^this send panics once the channel is closed \(close-while-sending\)$`
	return nil
}

func (p *Pool) Stop() {
	p.mu.Lock()
	if p.stopped {
		p.mu.Unlock()
		return
	}
	p.stopped = true
	p.mu.Unlock()
	close(p.tasks) // want `likely panic: p.Stop\(\) closes p.tasks while p.Submit\(task\) still sends to it.* \(close-while-sending\)`
}

// A Bus sends to those who were subscribed a moment ago.
type Bus struct {
	mu   sync.Mutex
	subs []*Subscription
}

type Subscription struct {
	ch   chan int
	bus  *Bus
	once sync.Once
}

func (s *Subscription) Unsubscribe() {
	s.once.Do(func() {
		s.bus.remove(s)
		close(s.ch) // want `likely panic: s.Unsubscribe\(\) closes the channel while b.Publish\(v\) still sends to it.* \(close-while-sending\)`
	})
}

func (b *Bus) remove(s *Subscription) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if i := slices.Index(b.subs, s); i >= 0 {
		b.subs = slices.Delete(b.subs, i, i+1)
	}
}

func (b *Bus) subscribed() []*Subscription {
	b.mu.Lock()
	defer b.mu.Unlock()
	return slices.Clone(b.subs)
}

func (b *Bus) Publish(v int) {
	for _, s := range b.subscribed() {
		select {
		case s.ch <- v: // related `^this send panics once the channel is closed \(close-while-sending\)$`
		default:
		}
	}
}

// Sure sends under the lock that Stop takes.
type Sure struct {
	tasks   chan func()
	mu      sync.RWMutex
	stopped bool
}

func (s *Sure) Submit(task func()) error {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.stopped {
		return errStopped
	}
	s.tasks <- task
	return nil
}

func (s *Sure) Stop() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.stopped {
		s.stopped = true
		close(s.tasks)
	}
}

// Counted lets Stop wait for those who send.
type Counted struct {
	tasks   chan func()
	mu      sync.Mutex
	stopped bool
	sending sync.WaitGroup
}

func (c *Counted) Submit(task func()) error {
	c.mu.Lock()
	if c.stopped {
		c.mu.Unlock()
		return errStopped
	}
	c.sending.Add(1)
	c.mu.Unlock()
	defer c.sending.Done()
	c.tasks <- task
	return nil
}

func (c *Counted) Stop() {
	c.mu.Lock()
	if c.stopped {
		c.mu.Unlock()
		return
	}
	c.stopped = true
	c.mu.Unlock()
	c.sending.Wait()
	close(c.tasks)
}

// Signalled closes another channel than the one it sends on.
type Signalled struct {
	tasks chan func()
	done  chan struct{}
	mu    sync.Mutex
	ended bool
}

func (s *Signalled) Submit(task func()) error {
	select {
	case s.tasks <- task:
		return nil
	case <-s.done:
		return errStopped
	}
}

func (s *Signalled) Stop() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.ended {
		s.ended = true
		close(s.done)
	}
}

// Documented says who has to see to it.
type Documented struct {
	tasks chan func()
	mu    sync.Mutex
	count int
}

// Submit must not be called after Stop.
func (d *Documented) Submit(task func()) {
	d.mu.Lock()
	d.count++
	d.mu.Unlock()
	d.tasks <- task
}

func (d *Documented) Stop() int {
	d.mu.Lock()
	n := d.count
	d.mu.Unlock()
	close(d.tasks)
	return n
}
