// Package tickets is a semaphore of its own making.
package tickets

// Tickets are so many.
type Tickets struct{ free chan struct{} }

// New makes n tickets.
func New(n int) *Tickets { return &Tickets{make(chan struct{}, n)} }

// Acquire takes n tickets.
func (t *Tickets) Acquire(n int) {
	for range n {
		t.free <- struct{}{}
	}
}

// Release gives one back.
func (t *Tickets) Release() { <-t.free }
