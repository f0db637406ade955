// Package closedunderlock closes channels under locks, and starts no goroutine.
package closedunderlock

import "sync"

type Broker struct {
	mu     sync.RWMutex
	subs   map[int]chan string
	closed bool
	next   int
}

func (b *Broker) Subscribe() (int, <-chan string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.next++
	ch := make(chan string, 8)
	b.subs[b.next] = ch
	return b.next, ch
}

func (b *Broker) Unsubscribe(id int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if ch, ok := b.subs[id]; ok {
		delete(b.subs, id)
		close(ch) // want `likely panic: b.Unsubscribe\(id\) closes the channel while b.Publish\(s\) still sends to it at closedunderlock.go:\d+: the send panics \(close-while-sending\)`
	}
}

func (b *Broker) Publish(s string) {
	b.mu.RLock()
	list := make([]chan string, 0, len(b.subs))
	for _, ch := range b.subs {
		list = append(list, ch)
	}
	b.mu.RUnlock()
	for _, ch := range list {
		ch <- s
	}
}

// What follows is right.
type Good struct {
	mu   sync.RWMutex
	subs map[int]chan string
}

func (b *Good) Unsubscribe(id int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if ch, ok := b.subs[id]; ok {
		delete(b.subs, id)
		close(ch)
	}
}

func (b *Good) Publish(s string) {
	b.mu.RLock()
	defer b.mu.RUnlock()
	for _, ch := range b.subs {
		select {
		case ch <- s:
		default:
		}
	}
}

type Pool struct {
	mu     sync.Mutex
	closed bool
	jobs   chan func()
}

func (p *Pool) Submit(f func()) bool {
	p.mu.Lock()
	if p.closed {
		p.mu.Unlock()
		return false
	}
	p.mu.Unlock()
	p.jobs <- f
	return true
}

func (p *Pool) Close() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if !p.closed {
		p.closed = true
		close(p.jobs) // want `likely panic: p.Close\(\) closes p.jobs while p.Submit\(f\) still sends to it at closedunderlock.go:\d+: the send panics \(close-while-sending\)`
	}
}

type Counted struct {
	mu      sync.Mutex
	closed  bool
	jobs    chan func()
	senders sync.WaitGroup
}

func (p *Counted) Submit(f func()) bool {
	p.mu.Lock()
	if p.closed {
		p.mu.Unlock()
		return false
	}
	p.senders.Add(1)
	p.mu.Unlock()
	defer p.senders.Done()
	p.jobs <- f
	return true
}

func (p *Counted) Close() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if !p.closed {
		p.closed = true
		p.senders.Wait()
		close(p.jobs)
	}
}
