// Package world is the state of a game. It is not safe for concurrent use.
package world

import (
	"cmp"
	"slices"
)

// Vec is a place.
type Vec struct{ X, Y int }

// Player is a player in the world.
type Player struct {
	Name  string
	At    Vec
	Score int
}

// World is a field with players and coins.
type World struct {
	Size    int
	players map[string]*Player
	coins   map[Vec]int
	tick    int
}

// New makes a world with a coin on the diagonal every third step.
func New(size int) *World {
	w := &World{Size: size, players: map[string]*Player{}, coins: map[Vec]int{}}
	for i := 0; i < size; i += 3 {
		w.coins[Vec{i, i}] = 1 + i
	}
	return w
}

// Spawn adds a player.
func (w *World) Spawn(name string) *Player {
	p := &Player{Name: name}
	w.players[name] = p
	return p
}

// Leave removes a player.
func (w *World) Leave(name string) { delete(w.players, name) }

// Step moves a player and collects what is there.
func (w *World) Step(name string, d Vec) bool {
	p := w.players[name]
	if p == nil {
		return false
	}
	p.At.X = min(max(p.At.X+d.X, 0), w.Size-1)
	p.At.Y = min(max(p.At.Y+d.Y, 0), w.Size-1)
	p.Score += w.coins[p.At]
	delete(w.coins, p.At)
	w.tick++
	return true
}

// Snapshot is a copy of the world that can be passed around.
type Snapshot struct {
	Tick    int
	Players []Player
	Coins   int
}

// Snapshot copies the world.
func (w *World) Snapshot() Snapshot {
	s := Snapshot{Tick: w.tick, Coins: len(w.coins)}
	for _, p := range w.players {
		s.Players = append(s.Players, *p)
	}
	slices.SortFunc(s.Players, func(a, b Player) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Name, b.Name))
	})
	return s
}
