// Package graceperiod waits for readers by a lock that it gives back at once, and writes under another one.
package graceperiod

import (
	"sync"
	"sync/atomic"
)

// barrier waits until every reader who began before has left.
type Epoch struct {
	mu    sync.RWMutex
	table atomic.Pointer[[]int]
	own   sync.Mutex
	old   []int
}

func New(xs []int) *Epoch {
	e := &Epoch{}
	e.table.Store(&xs)
	return e
}

func (e *Epoch) barrier() {
	e.mu.Lock()
	//lint:ignore SA2001 we only wait for readers
	e.mu.Unlock()
}

func (e *Epoch) Read(f func([]int)) {
	e.mu.RLock()
	defer e.mu.RUnlock()
	f(*e.table.Load())
}

// Swap unpublishes the table, waits for its readers, and then reuses it.
func (e *Epoch) Swap(fill func([]int) []int) {
	e.own.Lock()
	defer e.own.Unlock()
	next := fill(e.old[:0])
	prev := e.table.Swap(&next)
	e.barrier()
	e.old = *prev
}

// Once in a local struct shared by the goroutines of one call.
func FirstError(fs ...func() error) error {
	var st struct {
		once sync.Once
		err  error
		wg   sync.WaitGroup
	}
	for _, f := range fs {
		st.wg.Go(func() {
			if err := f(); err != nil {
				st.once.Do(func() { st.err = err })
			}
		})
	}
	st.wg.Wait()
	return st.err
}

// Closer returns a function that acts once, its Once lives in the closure.
func Closer(f func()) func() {
	type state struct{ once sync.Once }
	s := &state{}
	return func() { s.once.Do(f) }
}
