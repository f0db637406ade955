// Command metronome ticks until it is stopped or has ticked often enough.
package main

import (
	"fmt"
	"sync/atomic"
	"time"
)

type metronome struct {
	stopped atomic.Bool
	done    chan struct{}

	tired bool // of run only
	beats int
}

func (m *metronome) beat(most int) {
	m.beats++
	if m.beats == most {
		m.tired = true
	}
}

func (m *metronome) run(most int) {
	defer close(m.done)
	for !m.tired && !m.stopped.Load() {
		m.beat(most)
		time.Sleep(time.Millisecond)
	}
}

func main() {
	m := &metronome{done: make(chan struct{})}
	go m.run(1000)
	time.Sleep(10 * time.Millisecond) // let it tick for a while
	m.stopped.Store(true)
	<-m.done
	fmt.Println(m.beats > 0, m.tired)
}
