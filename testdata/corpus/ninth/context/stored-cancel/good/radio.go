// Package radio plays songs in the background.
package radio

import (
	"context"
	"sync"
	"time"
)

// Radio plays until it is switched off.
type Radio struct {
	cancel context.CancelFunc
	wg     sync.WaitGroup

	mu     sync.Mutex
	played []string
}

// On starts to play the songs over and over.
func On(parent context.Context, songs ...string) *Radio {
	ctx, cancel := context.WithCancel(parent)
	r := &Radio{cancel: cancel}
	r.wg.Add(1)
	go r.play(ctx, songs)
	return r
}

func (r *Radio) play(ctx context.Context, songs []string) {
	defer r.wg.Done()
	for i := 0; ; i++ {
		if ctx.Err() != nil {
			return
		}
		r.mu.Lock()
		r.played = append(r.played, songs[i%len(songs)])
		r.mu.Unlock()

		select {
		case <-ctx.Done():
		case <-time.After(time.Millisecond):
		}
	}
}

// Off stops the radio; it may be called more than once.
func (r *Radio) Off() []string {
	r.cancel()
	r.wg.Wait()
	return r.played
}
