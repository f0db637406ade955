// Package atomicrecords remembers the highest number in two atomic steps.
package atomicrecords

import "sync/atomic"

type Hall struct {
	inside, record atomic.Int32
}

func (h *Hall) Enter() int32 { return h.inside.Add(1) }

func (h *Hall) Note() {
	now := h.inside.Load()
	if now > h.record.Load() {
		h.record.Store(now) // want `^likely lost update: h.record is compared and then stored in two atomic steps; .* \(atomic-read-modify-write\)$`
	}
}
