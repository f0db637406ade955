package tree

import (
	"errors"
	"sync"
)

// Listener is told about changes of a Value. It may call any method of the
// Value, Listen and the removal function included.
type Listener func(old, new int)

// Value is an observable number. Use NewValue.
type Value struct {
	mu        sync.Mutex
	v         int
	busy      bool
	pending   []int
	listeners map[int]Listener
	nextID    int
}

var ErrTooMany = errors.New("tree: too many pending changes")

func NewValue(v int) *Value {
	return &Value{v: v, listeners: make(map[int]Listener)}
}

func (x *Value) Get() int {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.v
}

// Listen registers f and returns a function that removes it again.
func (x *Value) Listen(f Listener) (remove func()) {
	x.mu.Lock()
	defer x.mu.Unlock()
	id := x.nextID
	x.nextID++
	x.listeners[id] = f
	return func() {
		x.mu.Lock()
		delete(x.listeners, id)
		x.mu.Unlock()
	}
}

// Set changes the value. Changes are announced one after the other; a Set
// during an announcement is queued and carried out by the announcing goroutine.
func (x *Value) Set(v int) error {
	x.mu.Lock()
	defer x.mu.Unlock()
	if len(x.pending) >= 1000 {
		return ErrTooMany
	}
	x.pending = append(x.pending, v)
	if x.busy {
		return nil
	}
	x.busy = true
	for len(x.pending) > 0 {
		next := x.pending[0]
		x.pending = x.pending[1:]
		old := x.v
		x.v = next
		x.announce(old, next)
	}
	x.busy = false
	return nil
}

// announce is called with x.mu held and returns with it held.
func (x *Value) announce(old, new int) {
	fs := make([]Listener, 0, len(x.listeners))
	for _, f := range x.listeners {
		fs = append(fs, f)
	}
	x.mu.Unlock()
	defer x.mu.Lock()
	for _, f := range fs {
		f(old, new)
	}
}
