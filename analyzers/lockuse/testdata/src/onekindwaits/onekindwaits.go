// Package onekindwaits has one kind of goroutines that wait, for a condition of two parts that
// a limit has to do with.
package onekindwaits

import "sync"

// A Ring's pushers wait for room where there is a limit.
type Ring struct {
	mu    sync.Mutex
	cond  *sync.Cond
	elems []int
	limit int
	dead  bool
}

func New(limit int) *Ring {
	r := &Ring{limit: limit}
	r.cond = sync.NewCond(&r.mu)
	return r
}

func (r *Ring) Push(elem int) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	for r.limit > 0 && len(r.elems) >= r.limit && !r.dead {
		r.cond.Wait()
	}
	if r.dead {
		return false
	}
	r.elems = append(r.elems, elem)
	return true
}

func (r *Ring) Drop() {
	r.mu.Lock()
	defer r.mu.Unlock()
	if len(r.elems) > 0 {
		r.elems = r.elems[1:]
		r.cond.Signal()
	}
}

func (r *Ring) Die() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.dead = true
	r.cond.Broadcast()
}
