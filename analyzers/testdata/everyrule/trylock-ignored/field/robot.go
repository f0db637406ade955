// Package robot steers a robot.
package robot

import "sync"

type motor struct {
	mu    sync.Mutex
	angle int
}

// A Robot may be used by several goroutines at once.
type Robot struct {
	left, right motor
}

func (r *Robot) side(left bool) *motor {
	if left {
		return &r.left
	}
	return &r.right
}

// Turn turns one wheel.
func (r *Robot) Turn(left bool, degrees int) {
	m := r.side(left)
	for !m.mu.TryLock() { // BUG
	}
	m.angle = (m.angle + degrees) % 360
	m.mu.Unlock()
}

// Angle tells how a wheel stands.
func (r *Robot) Angle(left bool) int {
	m := r.side(left)
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.angle
}
