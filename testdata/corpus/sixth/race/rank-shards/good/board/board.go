// Package board keeps scores of players in shards.
package board

import (
	"cmp"
	"hash/fnv"
	"slices"
	"sync"
)

const shards = 4

// Score is one player's result.
type Score struct {
	Player string
	Team   string
	Points int
}

type shard struct {
	mu     sync.Mutex
	scores map[string]*Score
}

// Board is a list of scores.
type Board struct {
	shards [shards]shard
	totals struct {
		sync.Mutex
		byTeam map[string]int
	}
}

// New makes an empty board.
func New() *Board {
	b := &Board{}
	for i := range b.shards {
		b.shards[i].scores = make(map[string]*Score)
	}
	b.totals.byTeam = make(map[string]int)
	return b
}

func index(key string) int {
	h := fnv.New32a()
	h.Write([]byte(key))
	return int(h.Sum32() % shards)
}

func (b *Board) lock(key string) *shard {
	s := &b.shards[index(key)]
	s.mu.Lock()
	return s
}

// Join adds a player.
func (b *Board) Join(player, team string) {
	s := b.lock(player)
	defer s.mu.Unlock()
	s.scores[player] = &Score{Player: player, Team: team}
}

// Add gives points to a player of a team.
func (b *Board) Add(player, team string, points int) bool {
	l := b.lock(player)
	defer l.mu.Unlock()
	sc, ok := b.shards[index(player)].scores[player]
	if !ok {
		return false
	}
	sc.Points += points
	b.credit(team, points)
	return true
}

func (b *Board) credit(team string, points int) {
	b.totals.Lock()
	defer b.totals.Unlock()
	b.totals.byTeam[team] += points
}

// Points tells a player's points.
func (b *Board) Points(player string) int {
	s := b.lock(player)
	defer s.mu.Unlock()
	if sc, ok := s.scores[player]; ok {
		return sc.Points
	}
	return 0
}

// Team tells a team's points.
func (b *Board) Team(team string) int {
	b.totals.Lock()
	defer b.totals.Unlock()
	return b.totals.byTeam[team]
}

// Top lists the best players.
func (b *Board) Top(n int) []Score {
	var all []Score
	for i := range b.shards {
		s := &b.shards[i]
		s.mu.Lock()
		for _, sc := range s.scores {
			all = append(all, *sc)
		}
		s.mu.Unlock()
	}
	slices.SortFunc(all, func(a, b Score) int {
		return cmp.Or(b.Points-a.Points, cmp.Compare(a.Player, b.Player))
	})
	return all[:min(n, len(all))]
}
