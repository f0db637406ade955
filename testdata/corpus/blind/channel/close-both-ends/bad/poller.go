// Package poller asks a source again and again until told to stop.
package poller

import (
	"errors"
	"time"
)

// ErrGone tells that the source will never answer again.
var ErrGone = errors.New("poller: source gone")

// Source gives the next value.
type Source interface {
	Next() (int, error)
}

// SourceFunc makes a Source of a function.
type SourceFunc func() (int, error)

func (f SourceFunc) Next() (int, error) { return f() }

type Poller struct {
	src   Source
	every time.Duration
	quit  chan struct{}
	out   chan int
}

type Option func(*Poller)

func Every(d time.Duration) Option { return func(p *Poller) { p.every = d } }

func Start(src Source, opts ...Option) *Poller {
	p := &Poller{
		src:   src,
		every: time.Millisecond,
		quit:  make(chan struct{}),
		out:   make(chan int, 16),
	}
	for _, o := range opts {
		o(p)
	}
	go p.loop()
	return p
}

func (p *Poller) loop() {
	for {
		select {
		case <-p.quit:
			return
		case <-time.After(p.every):
		}
		v, err := p.src.Next()
		if errors.Is(err, ErrGone) {
			p.halt()
			return
		}
		if err == nil {
			select {
			case p.out <- v:
			case <-p.quit:
				return
			}
		}
	}
}

func (p *Poller) halt() {
	close(p.quit) // BUG: double-close
}

// Values is where the values arrive.
func (p *Poller) Values() <-chan int { return p.out }

// Done is closed when the poller has ended.
func (p *Poller) Done() <-chan struct{} { return p.quit }

// Stop ends the poller.
func (p *Poller) Stop() {
	close(p.quit) // BUG: double-close
}
