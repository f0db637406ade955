// Package chat has rooms whose members write to each other.
package chat

import (
	"errors"
	"sync"
	"sync/atomic"
)

// ErrClosed is returned by a room that is closed.
var ErrClosed = errors.New("room is closed")

// Line is what somebody said.
type Line struct {
	From, Text string
}

// Member reads from a room.
type Member struct {
	name    string
	room    *Room
	in      chan Line
	gone    chan struct{}
	once    sync.Once
	dropped atomic.Int32
}

// Lines is closed when the member has left.
func (m *Member) Lines() <-chan Line { return m.in }

// Dropped counts the lines for which the member was too slow.
func (m *Member) Dropped() int { return int(m.dropped.Load()) }

// Leave may be called several times.
func (m *Member) Leave() {
	m.once.Do(func() { close(m.gone) })
}

// Say sends a line to all others.
func (m *Member) Say(text string) error {
	select {
	case m.room.lines <- Line{m.name, text}:
		return nil
	case <-m.gone:
		return ErrClosed
	case <-m.room.done:
		return ErrClosed
	}
}

// Room passes lines on; its goroutine is the only one that sends to and closes the members' channels.
type Room struct {
	lines chan Line
	join  chan *Member
	quit  chan struct{}
	once  sync.Once
	done  chan struct{}
}

// Open starts a room.
func Open() *Room {
	r := &Room{
		lines: make(chan Line),
		join:  make(chan *Member),
		quit:  make(chan struct{}),
		done:  make(chan struct{}),
	}
	go r.run()
	return r
}

func (r *Room) run() {
	members := make(map[*Member]bool)
	defer func() {
		for m := range members {
			close(m.in)
		}
		close(r.done)
	}()
	for {
		select {
		case m := <-r.join:
			members[m] = true
		case l := <-r.lines:
			for m := range members {
				if !r.pass(m, l) {
					delete(members, m)
				}
			}
		case <-r.quit:
			return
		}
	}
}

func (r *Room) pass(m *Member, l Line) bool {
	select {
	case <-m.gone:
		close(m.in)
		return false
	default:
	}
	if m.name == l.From {
		return true
	}
	select {
	case m.in <- l:
	default:
		m.dropped.Add(1)
	}
	return true
}

// Join adds a member.
func (r *Room) Join(name string) (*Member, error) {
	m := &Member{name: name, room: r, in: make(chan Line, 8), gone: make(chan struct{})}
	select {
	case r.join <- m:
		return m, nil
	case <-r.done:
		return nil, ErrClosed
	}
}

// Close may be called several times and by anybody.
func (r *Room) Close() {
	r.once.Do(func() { close(r.quit) })
	<-r.done
}
