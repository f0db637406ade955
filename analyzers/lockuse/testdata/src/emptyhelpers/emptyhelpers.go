// Package emptyhelpers has helpers that lock and unlock at once.
package emptyhelpers

import "sync"

type thermostat struct {
	mu             sync.Mutex
	target, actual float64
}

func (t *thermostat) guard() {
	t.mu.Lock()
	t.mu.Unlock()
}

func (t *thermostat) Want(degrees float64) {
	t.guard() // want `^likely unprotected: guard gives t.mu back before it returns, and Want then writes what stands beside it without the lock \(empty-critical-section\)$`
	t.target = degrees
}

// Settle waits until who is inside has left, and takes the lock for what it does.
func (t *thermostat) Settle() {
	t.guard()
	t.mu.Lock()
	defer t.mu.Unlock()
	t.actual = t.target
}

// Await does nothing after that.
func (t *thermostat) Await() {
	t.guard()
}

func (t *thermostat) Heat() bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.actual < t.target
}

func valid(key string, warn func(string)) bool {
	var guard struct { // want `^not once: each call of valid makes a Once of its own, so its function runs each time \(local-once\)$`
		once sync.Once
	}
	guard.once.Do(func() { warn(key) })
	return false
}

func several(keys []string, warn func(string)) {
	var guard struct {
		once sync.Once
		n    int
	}
	for _, key := range keys {
		guard.n++
		guard.once.Do(func() { warn(key) })
	}
}
