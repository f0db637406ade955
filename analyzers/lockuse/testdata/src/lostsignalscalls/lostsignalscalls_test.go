// Package lostsignalscalls signals from a helper that does not hold the lock; the
// condition is atomic, so there is no data race, and the signal is lost all the same.
package lostsignalscalls

import (
	"sync"
	"sync/atomic"
	"testing"
)

type latch struct {
	mu    sync.Mutex
	zero  *sync.Cond
	count atomic.Int64
}

func newLatch(n int64) *latch {
	l := &latch{}
	l.zero = sync.NewCond(&l.mu)
	l.count.Store(n)
	return l
}

func (l *latch) tell() { l.zero.Broadcast() }

func (l *latch) down() {
	if l.count.Add(-1) == 0 {
		l.tell()
	}
}

func (l *latch) wait() {
	l.mu.Lock()
	for l.count.Load() > 0 {
		l.zero.Wait() // want `this Wait never ends when the signal comes first.*\(cond-without-lock\)`
	}
	l.mu.Unlock()
}

func TestLatch(t *testing.T) {
	l := newLatch(1)
	go l.down()
	l.wait()
}
