// Package room is the heart of the chat: people come, talk and go.
package room

import (
	"errors"
	"slices"
	"sync"
)

var (
	ErrTaken = errors.New("room: name is taken")
	ErrFull  = errors.New("room: full")
)

// Member is somebody in a room.
type Member struct {
	Name  string
	inbox chan string
}

// Inbox delivers what the others say.
func (m *Member) Inbox() <-chan string { return m.inbox }

// Room may be used by any number of goroutines.
type Room struct {
	Topic string
	limit int

	mu      sync.RWMutex
	members []*Member
}

// New makes a room for at most limit members.
func New(topic string, limit int) *Room {
	return &Room{Topic: topic, limit: limit, members: make([]*Member, 0, limit)}
}

// Join lets somebody in.
func (r *Room) Join(name string) (*Member, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if len(r.members) == r.limit {
		return nil, ErrFull
	}
	if r.index(name) >= 0 {
		return nil, ErrTaken
	}
	m := &Member{Name: name, inbox: make(chan string, 8)}
	r.members = append(r.members, m)
	return m, nil
}

// Leave lets somebody out; strangers are ignored.
func (r *Room) Leave(name string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	i := r.index(name)
	if i < 0 {
		return
	}
	last := len(r.members) - 1
	r.members[i] = r.members[last]
	r.members = r.members[:last]
}

// index needs r.mu.
func (r *Room) index(name string) int {
	for i, m := range r.members {
		if m.Name == name {
			return i
		}
	}
	return -1
}

// Say sends text to everybody but the speaker. Full inboxes miss it.
func (r *Room) Say(from, text string) (heard int) {
	r.mu.RLock()
	defer r.mu.RUnlock()
	for _, m := range r.members {
		if m.Name == from {
			continue
		}
		select {
		case m.inbox <- from + ": " + text:
			heard++
		default:
		}
	}
	return heard
}

// Members lists who is in the room.
func (r *Room) Members() []*Member {
	r.mu.RLock()
	defer r.mu.RUnlock()
	return slices.Clone(r.members)
}
