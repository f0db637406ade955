// Package conditionallock locks under a condition and uses the field under the same one.
package conditionallock

import "sync"

type Meter struct {
	shared bool
	mu     sync.Mutex
	n      int
}

// Add locks when the meter is shared; otherwise it has one user.
func (m *Meter) Add(d int) {
	if m.shared {
		m.mu.Lock()
		defer m.mu.Unlock()
	}
	m.n += d
}

func (m *Meter) Value(locked bool) int {
	if !locked {
		m.mu.Lock()
	}
	n := m.n
	if !locked {
		m.mu.Unlock()
	}
	return n
}

func (m *Meter) Report() int {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.Value(true)
}

// Drain leaves early only with the lock released.
func (m *Meter) Drain() (n int) {
	m.mu.Lock()
	if m.n == 0 {
		m.mu.Unlock()
		return 0
	}
	n = m.n
	m.n = 0
	m.mu.Unlock()
	return n
}

// TryDrain touches the field only when it got the lock.
func (m *Meter) TryDrain() (n int, ok bool) {
	if !m.mu.TryLock() {
		return 0, false
	}
	defer m.mu.Unlock()
	n, m.n = m.n, 0
	return n, true
}
