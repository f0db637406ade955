// Package stoppedtickersright has tickers whose goroutines end, or are meant to go on.
package stoppedtickersright

import "time"

// A Reporter tells its goroutine to leave.
type Reporter struct {
	tick  *time.Ticker
	quit  chan struct{}
	flush func()
}

func Start(every time.Duration, flush func()) *Reporter {
	r := &Reporter{tick: time.NewTicker(every), quit: make(chan struct{}), flush: flush}
	go r.loop()
	return r
}

func (r *Reporter) loop() {
	for {
		select {
		case <-r.tick.C:
			r.flush()
		case <-r.quit:
			return
		}
	}
}

func (r *Reporter) Stop() {
	r.tick.Stop()
	close(r.quit)
}

// Daemon goes on as long as the process; its Stop is a habit.
func Daemon(flush func()) {
	go func() {
		tick := time.NewTicker(time.Second)
		defer tick.Stop()
		for range tick.C {
			flush()
		}
	}()
}

// Until has an end of its own.
func Until(done func() bool) func() {
	tick := time.NewTicker(time.Second)
	go func() {
		for range tick.C {
			if done() {
				return
			}
		}
	}()
	return tick.Stop
}

// Times is not a goroutine: whoever calls it waits for the ticks.
func Times(tick *time.Ticker, flush func()) {
	for range tick.C {
		flush()
	}
}

func Halt(tick *time.Ticker) { tick.Stop() }
