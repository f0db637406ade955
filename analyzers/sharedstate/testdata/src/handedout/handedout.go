// Package handedout keeps records in maps and slices under a lock.
package handedout

import (
	"maps"
	"slices"
	"sync"
)

// A Player is one record.
type Player struct {
	Name   string
	Points int
	hidden int
}

// A Store changes its players in place.
type Store struct {
	mu      sync.RWMutex
	players map[string]*Player
	ranking []*Player
}

func (s *Store) Record(name string, points int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	p := s.players[name]
	if p == nil {
		p = &Player{Name: name}
		s.players[name] = p
		s.ranking = append(s.ranking, p)
	}
	p.Points += points
}

func (s *Store) Player(name string) (*Player, bool) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	p, ok := s.players[name]
	return p, ok // want `likely data race: Player returns a pointer to what s.players holds, not a copy; whoever reads its Points does so without s.mu, which Record holds when it changes it \(guarded-escape\)`
}

// Copy gives a copy.
func (s *Store) Copy(name string) (Player, bool) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	p, ok := s.players[name]
	if !ok {
		return Player{}, false
	}
	return *p, true
}

// Clone gives a pointer to a copy.
func (s *Store) Clone(name string) *Player {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if p, ok := s.players[name]; ok {
		c := *p
		return &c
	}
	return nil
}

// A Catalogue replaces its entries as a whole.
type Catalogue struct {
	mu    sync.Mutex
	items map[string]*Item
}

// An Item never changes once it is in a catalogue.
type Item struct {
	Name  string
	Cents int
}

func (c *Catalogue) Set(name string, cents int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.items[name] = &Item{name, cents}
}

func (c *Catalogue) SetPrice(name string, cents int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if old := c.items[name]; old != nil {
		changed := *old
		changed.Cents = cents
		c.items[name] = &changed
	}
}

func (c *Catalogue) Item(name string) *Item {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.items[name]
}

// A Room has members with a lock of their own.
type Room struct {
	mu      sync.Mutex
	members []*Member
}

type Member struct {
	sync.Mutex
	Name string
}

func (r *Room) Rename(i int, name string) {
	r.mu.Lock()
	m := r.members[i]
	m.Lock()
	m.Name = name
	m.Unlock()
	r.mu.Unlock()
}

func (r *Room) Member(i int) *Member {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.members[i]
}

// A Pool changes what only it reads.
type Pool struct {
	mu    sync.Mutex
	conns map[int]*Conn
}

type Conn struct {
	Addr string
	uses int
}

func (p *Pool) Get(n int) *Conn {
	p.mu.Lock()
	defer p.mu.Unlock()
	c := p.conns[n]
	c.uses++
	return c
}

// A Queue gives what it holds away for good.
type Queue struct {
	mu   sync.Mutex
	jobs map[int]*Job
}

type Job struct {
	ID    int
	Tries int
}

func (q *Queue) Add(j *Job) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.jobs[j.ID] = j
}

func (q *Queue) Take(id int) *Job {
	q.mu.Lock()
	defer q.mu.Unlock()
	j := q.jobs[id]
	if j != nil {
		j.Tries++
		delete(q.jobs, id)
	}
	return j
}

// Names and sorted lists are new.
func (s *Store) Names() []string {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return slices.Sorted(maps.Keys(s.players))
}
