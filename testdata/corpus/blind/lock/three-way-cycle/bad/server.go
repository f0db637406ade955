package main

import (
	"fmt"
	"sync"
)

// Server knows all rooms and users.
type Server struct {
	mu    sync.Mutex
	rooms map[string]*Room
	users map[string]*User
}

func NewServer() *Server {
	return &Server{rooms: make(map[string]*Room), users: make(map[string]*User)}
}

func (s *Server) Room(name string) *Room {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.room(name)
}

// room needs s.mu.
func (s *Server) room(name string) *Room {
	r := s.rooms[name]
	if r == nil {
		r = &Room{srv: s, name: name, members: make(map[*User]bool)}
		s.rooms[name] = r
	}
	return r
}

func (s *Server) Login(nick string) *User {
	s.mu.Lock()
	defer s.mu.Unlock()
	u := &User{srv: s, nick: nick}
	s.users[nick] = u
	return u
}

// Online counts the members of all rooms.
func (s *Server) Online() int {
	s.mu.Lock() // BUG: lock-order
	defer s.mu.Unlock()
	n := 0
	for _, r := range s.rooms {
		n += r.Size() // BUG: lock-order
	}
	return n
}

func (s *Server) known(nick string) bool {
	s.mu.Lock() // BUG: lock-order
	defer s.mu.Unlock()
	return s.users[nick] != nil
}

func (s *Server) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return fmt.Sprintf("%d rooms, %d users", len(s.rooms), len(s.users))
}
