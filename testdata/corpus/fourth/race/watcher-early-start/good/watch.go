// Package watch tells when a value changes.
package watch

import (
	"sync"
	"time"
)

// Watcher polls a source.
type Watcher struct {
	read     func() string
	interval time.Duration
	changed  func(old, new string)
	stop     chan struct{}
	wg       sync.WaitGroup
}

// Option changes a setting of a new Watcher.
type Option func(*Watcher)

// Every sets the time between two looks; the default is a second.
func Every(d time.Duration) Option {
	return func(w *Watcher) { w.interval = d }
}

// OnChange sets what is called after a change.
func OnChange(f func(old, new string)) Option {
	return func(w *Watcher) { w.changed = f }
}

// New starts to watch. Stop must be called once.
func New(read func() string, opts ...Option) *Watcher {
	w := &Watcher{
		read:     read,
		interval: time.Second,
		changed:  func(string, string) {},
		stop:     make(chan struct{}),
	}
	for _, o := range opts {
		o(w)
	}
	w.wg.Add(1)
	go w.loop()
	return w
}

func (w *Watcher) loop() {
	defer w.wg.Done()
	t := time.NewTicker(w.interval)
	defer t.Stop()
	last := w.read()
	for {
		select {
		case <-t.C:
			if now := w.read(); now != last {
				w.changed(last, now)
				last = now
			}
		case <-w.stop:
			return
		}
	}
}

// Stop ends the watcher and waits for a running callback.
func (w *Watcher) Stop() {
	close(w.stop)
	w.wg.Wait()
}
