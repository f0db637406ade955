package poll

import (
	"errors"
	"slices"
	"sync/atomic"
)

var ErrOption = errors.New("poll: no such option")

// Poll counts votes for options that are fixed from the beginning.
type Poll struct {
	votes map[string]*atomic.Int64
	names []string
	open  atomic.Bool
}

func New(options ...string) *Poll {
	p := &Poll{votes: make(map[string]*atomic.Int64, len(options))}
	for _, o := range options {
		if p.votes[o] == nil {
			p.votes[o] = new(atomic.Int64)
			p.names = append(p.names, o)
		}
	}
	slices.Sort(p.names)
	p.open.Store(true)
	return p
}

func (p *Poll) Vote(option string) error {
	n, ok := p.votes[option]
	if !ok || !p.open.Load() {
		return ErrOption
	}
	n.Add(1)
	return nil
}

func (p *Poll) Options() []string { return p.names }

func (p *Poll) Close() map[string]int64 {
	p.open.Store(false)
	res := map[string]int64{}
	for _, n := range p.names {
		res[n] = p.votes[n].Load()
	}
	return res
}
