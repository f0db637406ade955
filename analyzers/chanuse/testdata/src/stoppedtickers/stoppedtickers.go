// Package stoppedtickers ranges over tickers that others stop.
package stoppedtickers

import (
	"sync"
	"time"
)

// A Reporter has a goroutine for its ticker.
type Reporter struct {
	tick  *time.Ticker
	flush func()
}

func Start(every time.Duration, flush func()) *Reporter {
	r := &Reporter{tick: time.NewTicker(every), flush: flush}
	go r.loop()
	return r
}

func (r *Reporter) loop() {
	for range r.tick.C { // want `^likely goroutine leak: to stop r.tick does not close its channel: this loop waits for ever then, and its goroutine never ends; tell it to leave by a channel or context of its own \(range-never-closed\)$`
		r.flush()
	}
}

func (r *Reporter) Stop() { r.tick.Stop() }

// Watch stops a local one when the work is done.
func Watch(work, flush func()) {
	tick := time.NewTicker(time.Second)
	go func() {
		for range tick.C { // want `to stop tick does not close its channel.* \(range-never-closed\)`
			flush()
		}
	}()
	work()
	tick.Stop()
}

// WatchInGroup starts the goroutine otherwise.
func WatchInGroup(wg *sync.WaitGroup, work, flush func()) {
	tick := time.NewTicker(time.Second)
	wg.Go(func() {
		for range tick.C { // want `to stop tick does not close its channel.* \(range-never-closed\)`
			flush()
		}
	})
	work()
	tick.Stop()
}
