package main

import (
	"context"

	"blind/race/arena-actor/good/world"
)

type (
	joinMsg struct {
		name string
		ok   chan<- bool
	}
	moveMsg struct {
		name string
		by   world.Vec
	}
	leaveMsg struct{ name string }
	viewMsg  struct{ to chan<- world.Snapshot }
)

// server runs a world. Only run touches the world.
type server struct {
	world *world.World
	inbox chan any
	ended chan struct{}
	final world.Snapshot
}

func newServer(size int) *server {
	return &server{world: world.New(size), inbox: make(chan any), ended: make(chan struct{})}
}

func (s *server) run(ctx context.Context) {
	defer close(s.ended)
	names := make(map[string]bool)
	for {
		select {
		case m := <-s.inbox:
			s.handle(m, names)
		case <-ctx.Done():
			s.final = s.world.Snapshot()
			return
		}
	}
}

func (s *server) handle(m any, names map[string]bool) {
	switch m := m.(type) {
	case joinMsg:
		free := !names[m.name]
		if free {
			names[m.name] = true
			s.world.Spawn(m.name)
		}
		m.ok <- free
	case moveMsg:
		s.world.Step(m.name, m.by)
	case leaveMsg:
		delete(names, m.name)
		s.world.Leave(m.name)
	case viewMsg:
		m.to <- s.world.Snapshot()
	}
}

// tell sends a message unless the server has ended.
func (s *server) tell(m any) bool {
	select {
	case s.inbox <- m:
		return true
	case <-s.ended:
		return false
	}
}

func (s *server) join(name string) bool {
	ok := make(chan bool, 1)
	return s.tell(joinMsg{name, ok}) && <-ok
}

func (s *server) view() (world.Snapshot, bool) {
	to := make(chan world.Snapshot, 1)
	if !s.tell(viewMsg{to}) {
		return world.Snapshot{}, false
	}
	return <-to, true
}
