// Package metronome ticks until it is stopped.
package metronome

import "time"

type state struct {
	stopped bool
	every   time.Duration
}

// A Metronome ticks in its own goroutine.
type Metronome struct {
	state
	done chan struct{}
}

// Start returns a metronome that calls beat again and again.
func Start(every time.Duration, beat func()) *Metronome {
	m := &Metronome{state: state{every: every}, done: make(chan struct{})}
	go m.run(beat)
	return m
}

func (m *Metronome) run(beat func()) {
	defer close(m.done)
	for !m.stopped { // BUG?
		beat()
		time.Sleep(m.every)
	}
}

// Stop ends the ticking and waits until it has ended.
func (m *Metronome) Stop() {
	m.stopped = true // BUG?
	<-m.done
}
