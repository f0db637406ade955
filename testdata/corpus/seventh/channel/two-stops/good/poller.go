package main

import (
	"errors"
	"sync"
	"time"
)

// ErrFatal tells the poller to give up.
var ErrFatal = errors.New("poller: fatal")

// Source is what is asked.
type Source interface {
	Poll() (string, error)
}

// Poller is a running poller.
type Poller struct {
	src  Source
	quit chan struct{}
	wg   sync.WaitGroup
	once sync.Once

	mu   sync.Mutex
	news []string
	err  error
}

// Start begins to poll at an interval.
func Start(src Source, every time.Duration) *Poller {
	p := &Poller{src: src, quit: make(chan struct{})}
	p.wg.Add(1)
	go p.loop(every)
	return p
}

func (p *Poller) loop(every time.Duration) {
	defer p.wg.Done()
	tick := time.NewTicker(every)
	defer tick.Stop()
	for {
		select {
		case <-p.quit:
			return
		case <-tick.C:
			s, err := p.src.Poll()
			p.record(s, err)
			if errors.Is(err, ErrFatal) {
				p.once.Do(func() { close(p.quit) })
				return
			}
		}
	}
}

func (p *Poller) record(s string, err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if err != nil {
		p.err = err
		return
	}
	p.news = append(p.news, s)
}

// Quit is closed when the poller has stopped or is about to.
func (p *Poller) Quit() <-chan struct{} { return p.quit }

// Stop ends the poller and returns what it got.
func (p *Poller) Stop() ([]string, error) {
	p.once.Do(func() { close(p.quit) })
	p.wg.Wait()
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.news, p.err
}
