// Package playlist plays songs one after another.
package playlist

import "sync"

type queue struct {
	sync.Mutex
	songs  []string
	played int
}

// A Player may be used by several goroutines at once.
type Player struct {
	queue
	repeat bool
}

// New returns a player for some songs.
func New(repeat bool, songs ...string) *Player {
	return &Player{queue: queue{songs: songs}, repeat: repeat}
}

// Next returns the next song, or nothing at the end.
func (p *Player) Next() string {
	p.Lock()
	defer p.Unlock()
	if p.played == len(p.songs) && p.repeat {
		p.queue.Lock() // BUG
		p.played = 0
		p.queue.Unlock()
	}
	if p.played == len(p.songs) {
		return ""
	}
	song := p.songs[p.played]
	p.played++
	return song
}
