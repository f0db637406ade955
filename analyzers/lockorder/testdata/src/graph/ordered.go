package graph

import "sync"

// Here a server and its sessions take both locks, and never wait for each other.

type Server struct {
	mu       sync.Mutex
	sessions map[string]*Session
	served   int
}

type Session struct {
	mu     sync.Mutex
	server *Server
	open   bool
	parent *Session
}

// Sum goes down: server, then session.
func (s *Server) Sum() (n int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, x := range s.sessions {
		x.mu.Lock()
		if x.open {
			n++
		}
		x.mu.Unlock()
	}
	return n
}

// Close goes up, with one lock at a time.
func (x *Session) Close() {
	x.mu.Lock()
	x.open = false
	x.mu.Unlock()
	x.server.mu.Lock()
	x.server.served++
	x.server.mu.Unlock()
}

// Flush lets go of its own lock while it asks the server.
func (x *Session) Flush() {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.open {
		x.report()
	}
}

func (x *Session) report() {
	x.mu.Unlock()
	defer x.mu.Lock()
	x.server.mu.Lock()
	x.server.served++
	x.server.mu.Unlock()
}

// Register has the session's lock before anybody else can know the session.
func (x *Session) Register(s *Server, name string) {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.server = s
	s.mu.Lock()
	s.sessions[name] = x
	s.mu.Unlock()
	x.open = true
}

// Open makes the session that it locks.
func (s *Server) Open() *Session {
	x := &Session{server: s}
	x.mu.Lock()
	defer x.mu.Unlock()
	s.mu.Lock()
	s.served++
	s.mu.Unlock()
	x.open = true
	return x
}

// TryFlush does not wait for the server.
func (x *Session) TryFlush() {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.server.mu.TryLock() {
		x.server.served++
		x.server.mu.Unlock()
	}
}

// Depth locks two sessions, from the leaf to the root, everywhere.
func (x *Session) Depth() int {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.parent == nil {
		return 1
	}
	return 1 + x.parent.Depth()
}

// Two shelves and their books are only used under the library's lock.

type Library struct {
	mu     sync.Mutex
	shelf  *Shelf
	ledger *Ledger
}

type Shelf struct {
	mu    sync.Mutex
	books int
}

type Ledger struct {
	mu    sync.Mutex
	lines int
}

func (l *Library) Borrow() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.shelf.mu.Lock()
	l.ledger.mu.Lock()
	l.shelf.books--
	l.ledger.lines++
	l.ledger.mu.Unlock()
	l.shelf.mu.Unlock()
}

func (l *Library) Return() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.ledger.mu.Lock()
	l.shelf.mu.Lock()
	l.shelf.books++
	l.ledger.lines++
	l.shelf.mu.Unlock()
	l.ledger.mu.Unlock()
}
