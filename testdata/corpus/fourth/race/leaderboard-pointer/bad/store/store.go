// Package store keeps the players of a game.
package store

import (
	"cmp"
	"errors"
	"slices"
	"sync"
	"time"
)

// ErrNoPlayer is returned for unknown names.
var ErrNoPlayer = errors.New("store: no such player")

// Player is one record.
type Player struct {
	Name   string    `json:"name"`
	Points int       `json:"points"`
	Games  int       `json:"games"`
	Last   time.Time `json:"last"`
}

// Store is safe for concurrent use.
type Store struct {
	mu      sync.RWMutex
	players map[string]*Player
	clock   func() time.Time
}

// New returns an empty store.
func New() *Store {
	return &Store{players: make(map[string]*Player), clock: time.Now}
}

// Record adds the result of a game.
func (s *Store) Record(name string, points int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	p := s.players[name]
	if p == nil {
		p = &Player{Name: name}
		s.players[name] = p
	}
	p.Points += points
	p.Games++
	p.Last = s.clock()
}

// Player returns the record of one player.
func (s *Store) Player(name string) (*Player, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if p, ok := s.players[name]; ok {
		return p, nil // BUG: guarded-escape
	}
	return nil, ErrNoPlayer
}

// Top returns copies of the best n records.
func (s *Store) Top(n int) []Player {
	s.mu.RLock()
	all := make([]Player, 0, len(s.players))
	for _, p := range s.players {
		all = append(all, *p)
	}
	s.mu.RUnlock()
	slices.SortFunc(all, func(a, b Player) int {
		return cmp.Or(cmp.Compare(b.Points, a.Points), cmp.Compare(a.Name, b.Name))
	})
	return all[:min(n, len(all))]
}
