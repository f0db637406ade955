// Package scale plays the notes of a musical scale.
package scale

// Note is a tone with its frequency.
type Note struct {
	Name string
	Hz   float64
}

type player struct {
	scale []Note
	out   chan Note
}

func (p *player) play() {
	defer close(p.out)
	for _, n := range p.scale {
		p.out <- n // BUG abandoned-send
	}
}

func newPlayer(scale []Note) *player {
	p := &player{scale: scale, out: make(chan Note)}
	go p.play()
	return p
}

// Find returns the first note that is at least that high.
func Find(scale []Note, hz float64) (Note, bool) {
	p := newPlayer(scale)
	for n := range p.out {
		if n.Hz >= hz {
			return n, true
		}
	}
	return Note{}, false
}
