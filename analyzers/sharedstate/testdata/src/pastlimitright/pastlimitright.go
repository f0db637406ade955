// Package main adds to atomics that it has looked at before, and passes no limit.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type lift struct {
	inside, refused, doors atomic.Int64
	room                   int64
	mu                     sync.Mutex
}

// enter looks at what it has got.
func (l *lift) enter() bool {
	if l.inside.Load() >= l.room {
		return false
	}
	if l.inside.Add(1) > l.room {
		l.inside.Add(-1)
		return false
	}
	return true
}

// squeeze looks again.
func (l *lift) squeeze() bool {
	if l.inside.Load() >= l.room {
		return false
	}
	l.inside.Add(1)
	if l.inside.Load() > l.room {
		l.inside.Add(-1)
		return false
	}
	return true
}

// swap takes the number only if it is still the same.
func (l *lift) swap() bool {
	for {
		n := l.inside.Load()
		if n >= l.room {
			return false
		}
		if l.inside.CompareAndSwap(n, n+1) {
			return true
		}
	}
}

// locked keeps the others out.
func (l *lift) locked() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.inside.Load() >= l.room {
		return false
	}
	l.inside.Add(1)
	return true
}

// count adds to another number than it looks at.
func (l *lift) count() {
	if l.inside.Load() >= l.room {
		l.refused.Add(1)
	}
}

// report adds whatever it has seen.
func (l *lift) report() {
	if l.doors.Load() > 10 {
		fmt.Println("worn out")
	}
	l.doors.Add(1)
}

// leave waits for others before it counts itself.
func (l *lift) leave() {
	for l.doors.Load() < 1 {
	}
	l.doors.Add(1)
}

// alone belongs to one goroutine.
type alone struct{ n atomic.Int64 }

func (a *alone) step() {
	if a.n.Load() < 3 {
		a.n.Add(1)
	}
}

func main() {
	l, a := &lift{room: 2}, new(alone)
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() {
			fmt.Println(l.enter(), l.squeeze(), l.swap(), l.locked())
			l.count()
			l.report()
			l.leave()
		})
	}
	wg.Go(func() {
		a.step()
		a.step()
	})
	fmt.Println(a.n.Load())
	wg.Wait()
}
