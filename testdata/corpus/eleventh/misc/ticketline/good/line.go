// Package ticketline is a bounded queue for one kind of ticket, in which
// urgent ones overtake.
package ticketline

import "sync"

// Line is a bounded queue. Its zero value is not usable.
type Line[T any] struct {
	mu     sync.Mutex
	change *sync.Cond
	normal []T
	urgent []T
	limit  int
	closed bool
	taken  int
}

func New[T any](limit int) *Line[T] {
	l := &Line[T]{limit: limit}
	l.change = sync.NewCond(&l.mu)
	return l
}

func (l *Line[T]) size() int { return len(l.normal) + len(l.urgent) }

// Push adds a ticket, waiting for room. It returns false if the line is
// closed.
func (l *Line[T]) Push(v T, urgent bool) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	for l.size() >= l.limit && !l.closed {
		l.change.Wait()
	}
	if l.closed {
		return false
	}
	if urgent {
		l.urgent = append(l.urgent, v)
	} else {
		l.normal = append(l.normal, v)
	}
	l.change.Broadcast()
	return true
}

// Pop takes the next ticket. It returns false when the line is closed and
// has been emptied.
func (l *Line[T]) Pop() (v T, ok bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for l.size() == 0 {
		if l.closed {
			return v, false
		}
		l.change.Wait()
	}
	from := &l.normal
	if len(l.urgent) > 0 {
		from = &l.urgent
	}
	v, *from = (*from)[0], (*from)[1:]
	l.taken++
	l.change.Broadcast()
	return v, true
}

// Close lets waiting callers go.
func (l *Line[T]) Close() {
	l.mu.Lock()
	l.closed = true
	l.mu.Unlock()
	l.change.Broadcast()
}

// Serve calls f for each ticket until the line is closed and empty. At most
// one call is running at a time for each Serve.
func (l *Line[T]) Serve(f func(T)) int {
	n := 0
	l.mu.Lock()
	for {
		for l.size() == 0 && !l.closed {
			l.change.Wait()
		}
		if l.size() == 0 {
			break
		}
		l.mu.Unlock()
		if v, ok := l.Pop(); ok {
			f(v)
			n++
		}
		l.mu.Lock()
	}
	l.mu.Unlock()
	return n
}
