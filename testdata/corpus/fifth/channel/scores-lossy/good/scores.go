// Package scores tells watchers about new high scores.
package scores

import "sync"

// Score is one result.
type Score struct {
	Player string
	Points int
}

// Feed is ready for use as its zero value.
type Feed struct {
	mu       sync.Mutex
	watchers map[int]chan Score
	last     int
	dropped  int
	closed   bool
}

// Watch returns a channel with the next scores and a function that ends the watch.
// The channel is closed at the end of the watch or of the feed.
func (f *Feed) Watch(room int) (<-chan Score, func()) {
	ch := make(chan Score, room)
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.closed {
		close(ch)
		return ch, func() {}
	}
	if f.watchers == nil {
		f.watchers = make(map[int]chan Score)
	}
	f.last++
	id := f.last
	f.watchers[id] = ch
	return ch, func() { f.drop(id) }
}

func (f *Feed) drop(id int) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if ch, ok := f.watchers[id]; ok {
		delete(f.watchers, id)
		close(ch)
	}
}

// Announce never waits.
func (f *Feed) Announce(s Score) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, ch := range f.watchers {
		select {
		case ch <- s:
		default:
			f.dropped++
		}
	}
}

// Dropped counts the lost announcements.
func (f *Feed) Dropped() int {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.dropped
}

// Close ends all watches.
func (f *Feed) Close() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.closed = true
	for id, ch := range f.watchers {
		delete(f.watchers, id)
		close(ch)
	}
}
