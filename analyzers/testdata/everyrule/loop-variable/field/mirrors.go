//go:build go1.21

// Package mirrors measures how fast the mirrors of a server answer.
package mirrors

import (
	"sync"
	"time"
)

// A List is a list of mirrors.
type List struct {
	hosts   []string
	latency []time.Duration
	wg      sync.WaitGroup
}

// New returns a list of mirrors.
func New(hosts ...string) *List {
	return &List{hosts: hosts, latency: make([]time.Duration, len(hosts))}
}

// Measure asks all mirrors at once and returns how long each took.
func (l *List) Measure(ping func(string)) []time.Duration {
	for i := 0; i < len(l.hosts); i++ { // BUG?
		l.wg.Add(1)
		go func() {
			defer l.wg.Done()
			n := i // BUG?
			begin := time.Now()
			ping(l.hosts[n])
			l.latency[n] = time.Since(begin)
		}()
	}
	l.wg.Wait()
	return l.latency
}
