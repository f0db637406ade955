// Package lobby lets players wait for a game.
package lobby

import (
	"errors"
	"fmt"
	"sort"
	"sync"
)

var (
	ErrFull  = errors.New("lobby: full")
	ErrTaken = errors.New("lobby: name is taken")
)

// Player waits in a lobby.
type Player struct {
	Name string

	lobby *Lobby
	mail  chan string
	quit  chan struct{}
	why   string
	once  sync.Once
}

// Lobby is a waiting room.
type Lobby struct {
	mu      sync.Mutex
	max     int
	players map[string]*Player
	banned  map[string]bool
}

// New makes a lobby for max players.
func New(max int) *Lobby {
	return &Lobby{max: max, players: map[string]*Player{}, banned: map[string]bool{}}
}

// Join brings a player in.
func (l *Lobby) Join(name string) (*Player, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	switch {
	case l.banned[name]:
		return nil, fmt.Errorf("lobby: %s is banned", name)
	case l.players[name] != nil:
		return nil, ErrTaken
	case len(l.players) == l.max:
		return nil, ErrFull
	}
	p := &Player{
		Name:  name,
		lobby: l,
		mail:  make(chan string, 10),
		quit:  make(chan struct{}),
	}
	l.players[name] = p
	return p, nil
}

// take removes a player from the list.
func (l *Lobby) take(name string) *Player {
	l.mu.Lock()
	defer l.mu.Unlock()
	p := l.players[name]
	delete(l.players, name)
	return p
}

// Kick throws a player out for ever.
func (l *Lobby) Kick(name string) {
	p := l.take(name)
	l.mu.Lock()
	l.banned[name] = true
	l.mu.Unlock()
	if p != nil {
		p.end("kicked")
	}
}

// Leave is the player's own wish.
func (p *Player) Leave() {
	p.lobby.take(p.Name)
	p.end("left")
}

func (p *Player) end(why string) {
	p.once.Do(func() {
		p.why = why
		close(p.quit)
	})
}

// Gone is closed when the player is out.
func (p *Player) Gone() <-chan struct{} { return p.quit }

// Why tells why the player is out; use it after Gone only.
func (p *Player) Why() string { return p.why }

// Say sends a message to everybody.
func (l *Lobby) Say(msg string) (reached int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, p := range l.players {
		select {
		case p.mail <- msg:
			reached++
		default:
		}
	}
	return reached
}

// Names lists the players.
func (l *Lobby) Names() []string {
	l.mu.Lock()
	defer l.mu.Unlock()
	var ns []string
	for n := range l.players {
		ns = append(ns, n)
	}
	sort.Strings(ns)
	return ns
}
