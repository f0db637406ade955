// Package playlist is a bounded list of songs between requesters and the studio.
package playlist

import (
	"iter"
	"sync"
)

// Song is one title.
type Song struct {
	Artist, Title string
	Seconds       int
}

// List holds up to a fixed number of songs.
type List struct {
	mu     sync.Mutex
	cond   *sync.Cond
	buf    []Song
	head   int
	n      int
	closed bool
}

// New returns a list for size songs.
func New(size int) *List {
	l := &List{buf: make([]Song, size)}
	l.cond = sync.NewCond(&l.mu)
	return l
}

func (l *List) wake() {
	l.cond.Broadcast()
}

// Request adds a song; it waits while the list is full and returns false after Close.
func (l *List) Request(s Song) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	for l.n == len(l.buf) && !l.closed {
		l.cond.Wait()
	}
	if l.closed {
		return false
	}
	l.buf[(l.head+l.n)%len(l.buf)] = s
	l.n++
	l.wake()
	return true
}

// Next takes the oldest song; it waits while the list is empty and not closed.
func (l *List) Next() (Song, bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for l.n == 0 && !l.closed {
		l.cond.Wait()
	}
	if l.n == 0 {
		return Song{}, false
	}
	s := l.buf[l.head]
	l.head = (l.head + 1) % len(l.buf)
	l.n--
	l.wake()
	return s, true
}

// All plays until the list is closed and empty.
func (l *List) All() iter.Seq[Song] {
	return func(yield func(Song) bool) {
		for {
			s, ok := l.Next()
			if !ok || !yield(s) {
				return
			}
		}
	}
}

// Close lets everybody finish.
func (l *List) Close() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.closed = true
	l.cond.Broadcast()
}
