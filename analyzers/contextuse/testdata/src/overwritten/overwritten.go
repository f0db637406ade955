// Package overwritten keeps cancel functions under names that may come twice.
package overwritten

import (
	"context"
	"sync"
	"time"
)

// A Radio plays stations.
type Radio struct {
	ctx   context.Context
	mu    sync.Mutex
	stops map[string]context.CancelFunc
	play  func(string)
}

// Tune plays a station.
func (r *Radio) Tune(station string) {
	ctx, cancel := context.WithCancel(context.Background()) // want `likely context leak: Tune puts the function that cancels this context into r.stops without a look at what stands there; when the same key comes again, nobody can stop the first goroutine any more \(lost-cancel\)`
	r.mu.Lock()
	r.stops[station] = cancel
	r.mu.Unlock()
	go func() {
		for {
			select {
			case <-ctx.Done():
				return
			case <-time.After(time.Second):
				r.play(station)
			}
		}
	}()
}

// Off ends a station.
func (r *Radio) Off(station string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if stop, ok := r.stops[station]; ok {
		stop()
		delete(r.stops, station)
	}
}

type watch struct {
	end  context.CancelFunc
	seen int
}

// A Guard watches doors.
type Guard struct {
	ctx     context.Context
	watches map[string]*watch
}

type Door struct{ Name string }

// Watch watches a door.
func (g *Guard) Watch(d Door) {
	if g.watches == nil {
		g.watches = make(map[string]*watch)
	}
	w := new(watch)
	ctx, end := context.WithCancel(g.ctx) // want `Watch puts the function that cancels this context into g.watches.* \(lost-cancel\)`
	w.end = end
	go g.look(ctx, w)
	g.watches[d.Name] = w
}

func (g *Guard) look(ctx context.Context, w *watch) {
	for ctx.Err() == nil {
		w.seen++
		time.Sleep(time.Second)
	}
}

// Close ends all watches.
func (g *Guard) Close() {
	for _, w := range g.watches {
		w.end()
	}
}

// Follow plays a station until ctx ends or Off is called. Following a station again binds it to
// the new context.
func (r *Radio) Follow(ctx context.Context, station string) {
	ctx, cancel := context.WithCancel(ctx) // want `likely context leak: Follow puts the function that cancels this context into r.stops without a look.* \(lost-cancel\)`
	r.mu.Lock()
	r.stops[station] = cancel
	r.mu.Unlock()
	go func() {
		for {
			select {
			case <-ctx.Done():
				return
			case <-time.After(time.Second):
				r.play(station)
			}
		}
	}()
}

// A Poller polls one target at a time.
type Poller struct {
	parent context.Context
	mu     sync.Mutex
	cancel context.CancelFunc
	poll   func(string)
}

// Watch switches to another target.
func (p *Poller) Watch(target string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	ctx, cancel := context.WithCancel(p.parent)
	p.cancel = cancel // want `likely context leak: Watch overwrites cancel and does not call the function that it held; after the second time nobody can stop the first goroutine any more \(lost-cancel\)`
	go p.loop(ctx, target)
}

func (p *Poller) loop(ctx context.Context, target string) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-time.After(time.Second):
			p.poll(target)
		}
	}
}

// Start is called once.
func (p *Poller) Start(target string) {
	ctx, cancel := context.WithCancel(p.parent)
	p.cancel = cancel
	go p.loop(ctx, target)
}

// Change switches to another target, and lets the first one end.
func (p *Poller) Change(target string) {
	p.Stop()
	ctx, cancel := context.WithCancel(p.parent)
	p.mu.Lock()
	defer p.mu.Unlock()
	p.cancel = cancel
	go p.loop(ctx, target)
}

// Stop ends it.
func (p *Poller) Stop() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.cancel != nil {
		p.cancel()
	}
}
