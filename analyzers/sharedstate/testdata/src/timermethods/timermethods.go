// Package timermethods lets timers call methods.
package timermethods

import (
	"errors"
	"sync"
	"time"
)

// A Breaker opens for a while, and forgets the lock when the while is over.
type Breaker struct {
	limit    int
	mu       sync.Mutex
	open     bool
	failures int
}

func New(limit int) *Breaker {
	if limit <= 0 {
		limit = 3
	}
	return &Breaker{limit: limit}
}

func (b *Breaker) Do(call func() error) error {
	if b.isOpen() {
		return errors.New("open")
	}
	err := call()
	b.leave(err)
	return err
}

func (b *Breaker) isOpen() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.open
}

func (b *Breaker) leave(err error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if err == nil {
		return
	}
	b.failures++
	if b.failures >= b.limit {
		b.open = true
		time.AfterFunc(time.Second, b.tryAgain)
	}
}

func (b *Breaker) tryAgain() {
	b.failures = 0 // want `likely data race: tryAgain writes b.failures without b.mu, which Failures holds.* \(unlocked-field\)`
	b.open = false
}

func (b *Breaker) Failures() int {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.failures
}

func (b *Breaker) Open() bool { return b.isOpen() }

// A Lease remembers its lock.
type Lease struct {
	mu    sync.Mutex
	held  bool
	timer *time.Timer
}

func (l *Lease) Take(d time.Duration) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.held = true
	l.timer = time.AfterFunc(d, l.expire)
}

func (l *Lease) expire() {
	l.mu.Lock()
	l.held = false
	l.mu.Unlock()
}

func (l *Lease) Held() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.held
}
