package alarm

import (
	"sync"
	"time"
)

// Alarm rings once after its delay, unless it is set again or cancelled.
type Alarm struct {
	mu    sync.Mutex
	round int
	rings int
	timer *time.Timer
}

// Set starts the delay anew.
func (a *Alarm) Set(d time.Duration) {
	a.mu.Lock()
	defer a.mu.Unlock()
	round := a.advance()
	a.timer = time.AfterFunc(d, func() { a.ring(round) })
}

// Cancel makes sure that nothing rings any more.
func (a *Alarm) Cancel() {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.advance()
	a.timer = nil
}

// Rings counts how often the alarm went off.
func (a *Alarm) Rings() int {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.rings
}

// advance expects a.mu to be held.
func (a *Alarm) advance() int {
	if a.timer != nil {
		a.timer.Stop()
	}
	a.round++
	return a.round
}

func (a *Alarm) ring(round int) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if round == a.round {
		a.rings++
		a.timer = nil
	}
}
