// Package tickets counts the visitors of concerts.
package tickets

import "sync/atomic"

type counters struct {
	inside atomic.Int32
	record atomic.Int32
}

// A Hall counts its visitors; each door has its own goroutine.
type Hall struct {
	Name  string
	count counters
}

// Enter counts a visitor who comes in.
func (h *Hall) Enter() int32 {
	return h.count.inside.Add(1)
}

// Leave counts a visitor who goes out.
func (h *Hall) Leave() {
	h.count.inside.Add(-1)
}

// Note remembers how many visitors there are if there never were more.
func (h *Hall) Note() {
	now := h.count.inside.Load()
	if now > h.count.record.Load() {
		h.count.record.Store(now) // BUG
	}
}

// Record returns the highest number of visitors.
func (h *Hall) Record() int32 { return h.count.record.Load() }
