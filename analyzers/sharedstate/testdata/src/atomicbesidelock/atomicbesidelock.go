// Package atomicbesidelock counts with atomics, and looks at the counts under a lock.
package atomicbesidelock

import (
	"sync"
	"sync/atomic"
)

type Breaker struct {
	failures int64

	mu   sync.Mutex
	open bool
}

func (b *Breaker) Do(f func() error) {
	if f() != nil {
		b.fail()
		return
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.move(false)
}

func (b *Breaker) fail() {
	n := atomic.AddInt64(&b.failures, 1) // related `the other side`
	b.mu.Lock()
	defer b.mu.Unlock()
	if n > 3 {
		b.move(true)
	}
}

func (b *Breaker) move(open bool) {
	if !open {
		b.failures = 0 // want `likely data race: move writes b.failures plainly, while fail uses it with sync/atomic: all uses must be atomic \(mixed-atomic\)`
	}
	b.open = open
}

func (b *Breaker) Failures() int64 {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.failures // want `likely data race: Failures reads b.failures plainly, while fail uses it with sync/atomic.* \(mixed-atomic\)`
}

// A Meter has its atomic under the lock as well.
type Meter struct {
	mu sync.Mutex
	n  int64
}

func (m *Meter) Add() {
	m.mu.Lock()
	defer m.mu.Unlock()
	atomic.AddInt64(&m.n, 1)
}

func (m *Meter) Reset() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.n = 0
}

func (m *Meter) Count() int64 {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.n
}
