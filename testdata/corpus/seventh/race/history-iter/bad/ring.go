// Package history remembers the last messages of a chat room.
package history

import (
	"fmt"
	"iter"
	"sync"
	"time"
)

// Message is one thing somebody said.
type Message struct {
	From string
	Text string
	At   time.Time
}

func (m Message) String() string {
	return fmt.Sprintf("<%s> %s", m.From, m.Text)
}

// ring is a buffer that overwrites its oldest element.
type ring[T any] struct {
	buf   []T
	start int
	n     int
}

func newRing[T any](size int) ring[T] {
	return ring[T]{buf: make([]T, size)}
}

func (r *ring[T]) push(v T) {
	if r.n < len(r.buf) {
		r.buf[(r.start+r.n)%len(r.buf)] = v // BUG: unlocked-read, data-race
		r.n++                               // BUG: unlocked-read, data-race
		return
	}
	r.buf[r.start] = v                   // BUG: unlocked-read, data-race
	r.start = (r.start + 1) % len(r.buf) // BUG: unlocked-read, data-race
}

func (r *ring[T]) at(i int) T { return r.buf[(r.start+i)%len(r.buf)] } // BUG: unlocked-read, data-race

// Room is a chat room with a memory.
type Room struct {
	mu   sync.Mutex
	name string
	last ring[Message]
	said map[string]int
}

// NewRoom makes a room that remembers size messages.
func NewRoom(name string, size int) *Room {
	return &Room{name: name, last: newRing[Message](size), said: make(map[string]int)}
}

// Say adds a message.
func (r *Room) Say(from, text string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.said[from]++
	r.last.push(Message{From: from, Text: text, At: time.Now()})
}

// Count is the number of messages of one person.
func (r *Room) Count(from string) int {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.said[from]
}

// All yields the remembered messages, oldest first.
func (r *Room) All() iter.Seq2[int, Message] {
	r.mu.Lock()
	defer r.mu.Unlock()
	return func(yield func(int, Message) bool) {
		for i := range r.last.n { // BUG: unlocked-read, data-race
			if !yield(i, r.last.at(i)) { // BUG: unlocked-read, data-race
				return
			}
		}
	}
}
