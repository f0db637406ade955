// Package lockwrappers hides the lock behind methods, closures and embedding.
package lockwrappers

import "sync"

type Account struct {
	mu      sync.Mutex
	balance int
}

func (a *Account) lock()   { a.mu.Lock() }
func (a *Account) unlock() { a.mu.Unlock() }

func (a *Account) Deposit(n int) {
	a.lock()
	defer a.unlock()
	a.balance += n
}

func (a *Account) Balance() int {
	a.lock()
	n := a.balance
	a.unlock()
	return n
}

// with runs f with the lock held.
func (a *Account) with(f func()) {
	a.mu.Lock()
	defer a.mu.Unlock()
	f()
}

func (a *Account) Clear() {
	a.with(func() { a.balance = 0 })
}

// acquire returns what releases the lock.
func (a *Account) acquire() func() {
	a.mu.Lock()
	return a.mu.Unlock
}

func (a *Account) Withdraw(n int) bool {
	defer a.acquire()()
	if a.balance < n {
		return false
	}
	a.balance -= n
	return true
}

// A List has its lock embedded.
type List struct {
	sync.Mutex
	items []string
}

func (l *List) Push(s string) {
	l.Lock()
	defer l.Unlock()
	l.items = append(l.items, s)
}

func (l *List) Len() int {
	l.Lock()
	defer l.Unlock()
	return len(l.items)
}

// A Log shares its owner's lock.
type Log struct {
	mu    *sync.Mutex
	lines []string
}

type Server struct {
	mu  sync.Mutex
	log Log
}

func NewServer() *Server {
	s := &Server{}
	s.log.mu = &s.mu
	return s
}

func (s *Server) Note(line string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.log.lines = append(s.log.lines, line)
}

func (l *Log) Lines() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return len(l.lines)
}
