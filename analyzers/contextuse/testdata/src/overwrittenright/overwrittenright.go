// Package overwrittenright keeps cancel functions under names that come once, or looks first.
package overwrittenright

import (
	"context"
	"errors"
	"strconv"
	"sync"
	"time"
)

// A Radio plays stations.
type Radio struct {
	mu    sync.Mutex
	next  int
	stops map[string]context.CancelFunc
	play  func(string) error
}

func (r *Radio) run(ctx context.Context, station string) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-time.After(time.Second):
			r.play(station)
		}
	}
}

// Tune ends what it plays already.
func (r *Radio) Tune(station string) {
	ctx, cancel := context.WithCancel(context.Background())
	r.mu.Lock()
	defer r.mu.Unlock()
	if stop := r.stops[station]; stop != nil {
		stop()
	}
	r.stops[station] = cancel
	go r.run(ctx, station)
}

// TuneOnce refuses.
func (r *Radio) TuneOnce(station string) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if _, playing := r.stops[station]; playing {
		return errors.New("playing")
	}
	ctx, cancel := context.WithCancel(context.Background())
	r.stops[station] = cancel
	go r.run(ctx, station)
	return nil
}

// TuneAnew turns the station off first.
func (r *Radio) TuneAnew(station string) {
	r.Off(station)
	ctx, cancel := context.WithCancel(context.Background())
	r.mu.Lock()
	defer r.mu.Unlock()
	r.stops[station] = cancel
	go r.run(ctx, station)
}

// Add counts its keys.
func (r *Radio) Add(station string) string {
	ctx, cancel := context.WithCancel(context.Background())
	r.mu.Lock()
	defer r.mu.Unlock()
	r.next++
	key := strconv.Itoa(r.next)
	r.stops[key] = cancel
	go r.run(ctx, station)
	return key
}

// Serve answers a request.
func (r *Radio) Serve(requestID string) {
	ctx, cancel := context.WithCancel(context.Background())
	r.mu.Lock()
	defer r.mu.Unlock()
	r.stops[requestID] = cancel
	go r.run(ctx, requestID)
}

// Join plays a station, which must not be playing.
func (r *Radio) Join(station string) {
	ctx, cancel := context.WithCancel(context.Background())
	r.mu.Lock()
	defer r.mu.Unlock()
	r.stops[station] = cancel
	go r.run(ctx, station)
}

// Jingle ends by itself.
func (r *Radio) Jingle(station string) {
	ctx, cancel := context.WithCancel(context.Background())
	r.mu.Lock()
	defer r.mu.Unlock()
	r.stops[station] = cancel
	go func() {
		select {
		case <-ctx.Done():
		case <-time.After(time.Second):
			r.play(station)
		}
	}()
}

// Timed ends with the time.
func (r *Radio) Timed(station string) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	r.mu.Lock()
	defer r.mu.Unlock()
	r.stops[station] = cancel
	go r.run(ctx, station)
}

// Attached ends with its caller.
func (r *Radio) Attached(ctx context.Context, station string) {
	ctx, cancel := context.WithCancel(ctx)
	r.mu.Lock()
	defer r.mu.Unlock()
	r.stops[station] = cancel
	go r.run(ctx, station)
}

// Own cancels its context itself.
func (r *Radio) Own(station string) {
	ctx, cancel := context.WithCancel(context.Background())
	r.mu.Lock()
	r.stops[station] = cancel
	r.mu.Unlock()
	go func() {
		defer cancel()
		for ctx.Err() == nil {
			if r.play(station) != nil {
				return
			}
		}
	}()
}

// Gone takes its name out of the map when it ends.
func (r *Radio) Gone(station string) {
	ctx, cancel := context.WithCancel(context.Background())
	r.mu.Lock()
	r.stops[station] = cancel
	r.mu.Unlock()
	go func() {
		defer r.forget(station)
		r.run(ctx, station)
	}()
}

func (r *Radio) forget(station string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	delete(r.stops, station)
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

type pin struct{ name string }

// A Board has pins of its own.
type Board struct {
	ends  map[*pin]context.CancelFunc
	blink func()
}

func (b *Board) Pin(name string) {
	ctx, cancel := context.WithCancel(context.Background())
	b.ends[&pin{name}] = cancel
	go func() {
		for ctx.Err() == nil {
			b.blink()
		}
	}()
}

func (b *Board) Close() {
	for _, end := range b.ends {
		end()
	}
}
