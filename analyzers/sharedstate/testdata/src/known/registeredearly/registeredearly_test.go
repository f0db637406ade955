// Package registeredearly registers a session under the lock, where others find it,
// and fills it in afterwards.
//
// Today: the name is that of the map's entry, s.byID[id].user, and not the one in
// the line.
package registeredearly

import (
	"sync"
	"testing"
)

type session struct {
	user  string
	pages []string
}

type sessions struct {
	mu   sync.Mutex
	byID map[int]*session
}

func (s *sessions) register(id int, x *session) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.byID[id] = x
}

func (s *sessions) user(id int) string {
	s.mu.Lock()
	x := s.byID[id]
	s.mu.Unlock()
	if x == nil {
		return ""
	}
	return x.user
}

func (s *sessions) open(id int, user string) {
	x := &session{}
	s.register(id, x)
	x.user = user // want `open writes x.user after the object was given to another goroutine.*\(publish-before-init\)`
}

func TestOpen(t *testing.T) {
	s := &sessions{byID: make(map[int]*session)}
	var wg sync.WaitGroup
	wg.Go(func() { s.open(1, "ann") })
	wg.Go(func() { s.user(1) })
	wg.Wait()
}
