package chat

import (
	"fmt"
	"slices"
	"strings"
	"sync"
)

// Room is a named place with members.
type Room struct {
	Name string

	mu      sync.Mutex
	members map[string]*User
	history []string
}

func NewRoom(name string) *Room {
	return &Room{Name: name, members: make(map[string]*User)}
}

// Join adds u to the room.
func (r *Room) Join(u *User) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	if _, dup := r.members[u.Name]; dup {
		return false
	}
	if !u.entered(r) {
		return false
	}
	r.members[u.Name] = u
	r.history = append(r.history, u.Name+" joined")
	return true
}

func (r *Room) leave(u *User) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if _, ok := r.members[u.Name]; !ok {
		return
	}
	delete(r.members, u.Name)
	r.history = append(r.history, u.Name+" left")
}

// Say delivers text to everybody in the room and returns how many that were.
func (r *Room) Say(from, text string) int {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, u := range r.members {
		u.deliver(r.Name, from+": "+text)
	}
	r.history = append(r.history, from+" spoke")
	return len(r.members)
}

// Transcript returns what happened in the room.
func (r *Room) Transcript() string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return fmt.Sprintf("#%s: %s", r.Name, strings.Join(r.history, ", "))
}

// User is a connected person.
type User struct {
	Name string

	mu    sync.Mutex
	rooms []*Room
	inbox map[string]string // last message by room
	max   int
}

func NewUser(name string, maxRooms int) *User {
	return &User{Name: name, inbox: map[string]string{}, max: maxRooms}
}

func (u *User) deliver(room, msg string) {
	u.mu.Lock()
	defer u.mu.Unlock()
	u.inbox[room] = msg
}

func (u *User) entered(r *Room) bool {
	u.mu.Lock()
	defer u.mu.Unlock()
	if len(u.rooms) >= u.max || slices.Contains(u.rooms, r) {
		return false
	}
	u.rooms = append(u.rooms, r)
	return true
}

// LeaveAll takes the user out of every room and returns how many there were.
func (u *User) LeaveAll() int {
	u.mu.Lock()
	rooms := u.rooms
	u.rooms = nil
	u.mu.Unlock()
	for _, r := range rooms {
		r.leave(u)
	}
	return len(rooms)
}
