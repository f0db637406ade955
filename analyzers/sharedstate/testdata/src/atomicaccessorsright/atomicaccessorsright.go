// Package atomicaccessorsright updates atomics in one step, or where nobody else does.
package atomicaccessorsright

import (
	"sync"
	"sync/atomic"
)

type Hall struct {
	mu             sync.Mutex
	inside, record atomic.Int32
	limit          atomic.Int32
}

func (h *Hall) Note() {
	now := h.inside.Load()
	for {
		best := h.record.Load()
		if now <= best || h.record.CompareAndSwap(best, now) {
			return
		}
	}
}

// NoteLocked is one step for those who hold the lock.
func (h *Hall) NoteUnderLock() {
	h.mu.Lock()
	defer h.mu.Unlock()
	if now := h.inside.Load(); now > h.record.Load() {
		h.record.Store(now)
	}
}

// SetLimit stores what it is given; that it is another one than before decides nothing.
func (h *Hall) SetLimit(n int32) {
	if n != h.limit.Load() {
		h.limit.Store(n)
	}
}

func (h *Hall) get() int32  { return h.limit.Load() }
func (h *Hall) set(n int32) { h.limit.Store(n) }

func (h *Hall) Reset() {
	if h.get() > 0 {
		h.set(0)
	}
}

// one owns its counter.
func one(n int) int32 {
	var h Hall
	for range n {
		h.set(h.get() + 1)
	}
	return h.get()
}
