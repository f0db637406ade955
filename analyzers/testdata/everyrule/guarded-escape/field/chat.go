// Package chat keeps the last messages of a chat room.
package chat

import "sync"

type history struct {
	mu    sync.RWMutex
	lines []string
	next  int
}

// A Room may be used by several goroutines at once.
type Room struct {
	Topic string
	log   history
}

// NewRoom returns a room that remembers some lines.
func NewRoom(topic string, keep int) *Room {
	r := &Room{Topic: topic}
	r.log.lines = make([]string, keep)
	return r
}

// Say adds a line in the place of the oldest one.
func (r *Room) Say(line string) {
	r.log.mu.Lock()
	defer r.log.mu.Unlock()
	r.log.lines[r.log.next] = line
	r.log.next = (r.log.next + 1) % len(r.log.lines)
}

// History returns the last lines.
func (r *Room) History() []string {
	r.log.mu.RLock()
	defer r.log.mu.RUnlock()
	return r.log.lines // BUG
}
