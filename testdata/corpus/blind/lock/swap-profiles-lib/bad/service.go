// Package directory keeps users and groups consistent with each other.
package directory

import (
	"fmt"
	"sync"
)

// Service is a directory of users and groups.
type Service struct {
	usersMu sync.Mutex
	users   map[string]map[string]bool // user -> groups

	groupsMu sync.Mutex
	groups   map[string]map[string]bool // group -> users
}

// New makes an empty directory.
func New() *Service {
	return &Service{
		users:  make(map[string]map[string]bool),
		groups: make(map[string]map[string]bool),
	}
}

// AddUser makes a user.
func (s *Service) AddUser(name string) {
	s.usersMu.Lock()
	defer s.usersMu.Unlock()
	if s.users[name] == nil {
		s.users[name] = make(map[string]bool)
	}
}

// AddGroup makes a group.
func (s *Service) AddGroup(name string) {
	s.groupsMu.Lock()
	defer s.groupsMu.Unlock()
	if s.groups[name] == nil {
		s.groups[name] = make(map[string]bool)
	}
}

// Join puts a user into a group.
func (s *Service) Join(user, group string) error {
	s.usersMu.Lock() // BUG: lock-order
	defer s.usersMu.Unlock()
	gs, ok := s.users[user]
	if !ok {
		return fmt.Errorf("no user %s", user)
	}
	s.groupsMu.Lock() // BUG: lock-order
	defer s.groupsMu.Unlock()
	us, ok := s.groups[group]
	if !ok {
		return fmt.Errorf("no group %s", group)
	}
	gs[group], us[user] = true, true
	return nil
}

// RemoveGroup deletes a group and takes its users out of it.
func (s *Service) RemoveGroup(group string) {
	s.groupsMu.Lock() // BUG: lock-order
	defer s.groupsMu.Unlock()
	for u := range s.groups[group] {
		s.dropMembership(u, group) // BUG: lock-order
	}
	delete(s.groups, group)
}

func (s *Service) dropMembership(user, group string) {
	s.usersMu.Lock() // BUG: lock-order
	defer s.usersMu.Unlock()
	delete(s.users[user], group)
}
