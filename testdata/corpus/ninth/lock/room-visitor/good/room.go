// Package room keeps the people in a game lobby.
package room

import "sync"

// Player is somebody in the lobby.
type Player struct {
	Name string
	Idle int // minutes
}

// Room is a lobby.
type Room struct {
	mu      sync.Mutex
	players map[string]*Player
}

// New makes an empty room.
func New() *Room {
	return &Room{players: map[string]*Player{}}
}

// Join adds a player.
func (r *Room) Join(p Player) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.players[p.Name] = &p
}

// Kick removes a player.
func (r *Room) Kick(name string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	delete(r.players, name)
}

// Each calls fn for every player.
func (r *Room) Each(fn func(p *Player)) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, p := range r.players {
		fn(p)
	}
}

// Size is the number of players.
func (r *Room) Size() int {
	r.mu.Lock()
	defer r.mu.Unlock()
	return len(r.players)
}

// KickIdle removes all who were idle for longer than limit minutes.
func (r *Room) KickIdle(limit int) {
	var idle []string
	r.Each(func(p *Player) {
		if p.Idle > limit {
			idle = append(idle, p.Name)
		}
	})
	for _, name := range idle {
		r.Kick(name)
	}
}
