// Package beat calls a function regularly.
package beat

import (
	"sync"
	"time"
)

// Beat is a running beat.
type Beat struct {
	quit chan struct{}
	done chan struct{}
	once sync.Once
}

// Start calls f every d until Stop.
func Start(d time.Duration, f func(n int)) *Beat {
	b := &Beat{quit: make(chan struct{}), done: make(chan struct{})}
	go b.loop(d, f)
	return b
}

func (b *Beat) loop(d time.Duration, f func(int)) {
	defer close(b.done)
	t := time.NewTicker(d)
	defer t.Stop()
	for n := 0; ; n++ {
		select {
		case <-b.quit:
			return
		case <-t.C:
			f(n)
		}
	}
}

// Stop ends the beat; when it returns f is not called any more.
func (b *Beat) Stop() {
	b.once.Do(func() { close(b.quit) })
	<-b.done
}
