// Package cached remembers the result of a function until it is told to forget.
package cached

import "sync"

type cell[T any] struct {
	once sync.Once
	val  T
	err  error
}

// Func is a function with a memory. Use Of.
type Func[T any] struct {
	f func() (T, error)

	mu   sync.Mutex
	cell *cell[T]
}

// Of returns f with a memory.
func Of[T any](f func() (T, error)) *Func[T] {
	return &Func[T]{f: f, cell: new(cell[T])}
}

// Get calls the function unless its result is known. Concurrent calls share
// one call of the function, and calls before and after Forget don't. Errors
// are not kept.
func (c *Func[T]) Get() (T, error) {
	c.mu.Lock()
	cl := c.cell
	c.mu.Unlock()
	cl.once.Do(func() { cl.val, cl.err = c.f() })
	if cl.err != nil {
		c.drop(cl)
	}
	return cl.val, cl.err
}

func (c *Func[T]) drop(old *cell[T]) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.cell == old {
		c.cell = new(cell[T])
	}
}

// Forget makes the next Get call the function again.
func (c *Func[T]) Forget() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.cell = new(cell[T])
}
