// Package player plays songs and tells observers.
package player

import (
	"errors"
	"slices"
	"sync"
)

// Observer hears about songs.
type Observer interface {
	Playing(title string)
}

// ErrSilence means that the queue is empty.
var ErrSilence = errors.New("player: nothing to play")

type observers struct {
	list []Observer
}

func (o *observers) each(f func(Observer)) {
	for _, x := range slices.Clone(o.list) {
		f(x)
	}
}

// Player is safe for concurrent use.
type Player struct {
	mu    sync.Mutex
	queue []string
	now   string
	obs   observers
}

// Enqueue adds songs.
func (p *Player) Enqueue(titles ...string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.queue = append(p.queue, titles...)
}

// Observe registers o.
func (p *Player) Observe(o Observer) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.obs.list = append(p.obs.list, o)
}

// Forget removes o.
func (p *Player) Forget(o Observer) {
	p.mu.Lock() // BUG: double-lock
	defer p.mu.Unlock()
	p.obs.list = slices.DeleteFunc(p.obs.list, func(x Observer) bool { return x == o })
}

// Next plays the next song.
func (p *Player) Next() error {
	p.mu.Lock() // BUG: double-lock
	defer p.mu.Unlock()
	if len(p.queue) == 0 {
		return ErrSilence
	}
	p.now, p.queue = p.queue[0], p.queue[1:]
	p.obs.each(func(o Observer) { o.Playing(p.now) }) // BUG: double-lock
	return nil
}

// Now returns the current song.
func (p *Player) Now() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.now
}
