// Package tail lets people follow a log.
package tail

import "sync"

// Hub passes lines on to everybody who follows. Followers that don't keep up
// lose lines. The zero Hub is ready to use.
type Hub struct {
	mu      sync.Mutex
	subs    map[*Follower]struct{}
	dropped uint64
	closed  bool
}

// Follower receives lines from C until Stop is called or the hub closes.
type Follower struct {
	C   <-chan string
	ch  chan string
	hub *Hub
}

// Follow starts to listen, with room for n lines.
func (h *Hub) Follow(n int) *Follower {
	ch := make(chan string, n)
	f := &Follower{C: ch, ch: ch, hub: h}
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.closed {
		close(ch)
		return f
	}
	if h.subs == nil {
		h.subs = map[*Follower]struct{}{}
	}
	h.subs[f] = struct{}{}
	return f
}

// Publish never blocks.
func (h *Hub) Publish(line string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for f := range h.subs {
		select {
		case f.ch <- line:
		default:
			h.dropped++
		}
	}
}

// Dropped counts the lines that were lost.
func (h *Hub) Dropped() uint64 {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.dropped
}

// Stop ends the subscription; C is closed. Further calls do nothing.
func (f *Follower) Stop() {
	f.hub.mu.Lock()
	defer f.hub.mu.Unlock()
	if _, live := f.hub.subs[f]; live {
		delete(f.hub.subs, f)
		close(f.ch)
	}
}

// Close ends all subscriptions.
func (h *Hub) Close() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.closed = true
	for f := range h.subs {
		delete(h.subs, f)
		close(f.ch)
	}
}
