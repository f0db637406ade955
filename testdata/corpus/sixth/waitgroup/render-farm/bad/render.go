// Package render renders frames and gives up those that take too long.
package render

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

// ErrSlow marks a frame that took too long.
var ErrSlow = errors.New("too slow")

// Frame is one picture of a film.
type Frame struct {
	Number int
	Cost   time.Duration
}

// Renderer makes a picture.
type Renderer func(ctx context.Context, f Frame) (string, error)

type outcome struct {
	picture string
	err     error
}

// Farm renders frames in parallel.
type Farm struct {
	Limit  time.Duration
	render Renderer
	slots  chan struct{}
	wg     sync.WaitGroup
	mu     sync.Mutex
	result map[int]outcome
	late   int
}

// NewFarm makes a farm with a number of workers.
func NewFarm(workers int, limit time.Duration, r Renderer) *Farm {
	return &Farm{
		Limit:  limit,
		render: r,
		slots:  make(chan struct{}, workers),
		result: make(map[int]outcome),
	}
}

// Add starts to render a frame.
func (f *Farm) Add(fr Frame) {
	f.wg.Add(1)
	go f.work(fr) // BUG: wg-negative
}

func (f *Farm) work(fr Frame) {
	f.slots <- struct{}{}
	defer func() { <-f.slots }()
	ctx, cancel := context.WithTimeout(context.Background(), f.Limit)
	defer cancel()
	reaper := time.AfterFunc(f.Limit, func() { f.reap(fr) }) // BUG: wg-negative
	pic, err := f.render(ctx, fr)
	f.finish(fr, outcome{pic, err}) // BUG: wg-negative
	reaper.Stop()
}

// reap gives a frame up.
func (f *Farm) reap(fr Frame) {
	f.mu.Lock()
	f.late++
	f.mu.Unlock()
	f.finish(fr, outcome{err: fmt.Errorf("frame %d: %w", fr.Number, ErrSlow)}) // BUG: wg-negative
}

func (f *Farm) finish(fr Frame, o outcome) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.result[fr.Number] = o
	f.wg.Done() // BUG: wg-negative
}

// Wait waits for all frames and returns the pictures and the errors.
func (f *Farm) Wait() (pictures []string, errs []error) {
	f.wg.Wait()
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, o := range f.result {
		if o.err != nil {
			errs = append(errs, o.err)
			continue
		}
		pictures = append(pictures, o.picture)
	}
	return pictures, errs
}

// Late is the number of frames that were given up.
func (f *Farm) Late() int {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.late
}
