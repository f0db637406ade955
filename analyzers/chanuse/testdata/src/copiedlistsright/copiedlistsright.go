// Package copiedlistsright sends to channels that nobody closes meanwhile.
package copiedlistsright

import (
	"slices"
	"sync"
)

// A Bus sends under the lock.
type Bus struct {
	mu   sync.Mutex
	subs map[int]chan string
}

func (b *Bus) Remove(id int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if ch, ok := b.subs[id]; ok {
		delete(b.subs, id)
		close(ch)
	}
}

func (b *Bus) Publish(msg string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	var targets []chan string
	for _, ch := range b.subs {
		targets = append(targets, ch)
	}
	for _, ch := range targets {
		select {
		case ch <- msg:
		default:
		}
	}
}

// A Feed leaves the channels open: who has left is told by another one.
type Feed struct {
	mu   sync.Mutex
	subs []*reader
}

type reader struct {
	out  chan string
	gone chan struct{}
}

func (f *Feed) Leave(r *reader) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if i := slices.Index(f.subs, r); i >= 0 {
		f.subs = slices.Delete(f.subs, i, i+1)
		close(r.gone)
	}
}

func (f *Feed) Publish(msg string) {
	f.mu.Lock()
	readers := slices.Clone(f.subs)
	f.mu.Unlock()
	for _, r := range readers {
		select {
		case r.out <- msg:
		case <-r.gone:
		}
	}
}

// A Hall lets the senders end before it closes.
type Hall struct {
	mu      sync.Mutex
	sending sync.WaitGroup
	subs    map[int]chan string
}

func (h *Hall) Close() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.sending.Wait()
	for id, ch := range h.subs {
		delete(h.subs, id)
		close(ch)
	}
}

func (h *Hall) Publish(msg string) {
	h.mu.Lock()
	h.sending.Add(1)
	defer h.sending.Done()
	var targets []chan string
	for _, ch := range h.subs {
		targets = append(targets, ch)
	}
	h.mu.Unlock()
	for _, ch := range targets {
		ch <- msg
	}
}

// A Board recovers.
type Board struct {
	mu   sync.Mutex
	subs map[int]chan string
}

func (b *Board) Remove(id int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if ch, ok := b.subs[id]; ok {
		delete(b.subs, id)
		close(ch)
	}
}

func (b *Board) Publish(msg string) {
	b.mu.Lock()
	var targets []chan string
	for _, ch := range b.subs {
		targets = append(targets, ch)
	}
	b.mu.Unlock()
	defer func() { _ = recover() }()
	for _, ch := range targets {
		ch <- msg
	}
}
