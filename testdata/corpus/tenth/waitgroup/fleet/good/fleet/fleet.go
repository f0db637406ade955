// Package fleet checks many hosts at once.
package fleet

import (
	"sort"
	"sync"
	"time"

	"tenth/waitgroup/fleet/good/probe"
)

// Report is the outcome of a round.
type Report struct {
	Healthy []string
	Down    map[string]error
	Skipped int
	Slowest time.Duration
}

// Checker checks hosts.
type Checker struct {
	prober  probe.Prober
	exclude func(host string) bool
	slots   chan struct{}
}

// New makes a Checker that probes at most n hosts at a time.
func New(p probe.Prober, n int, exclude func(string) bool) *Checker {
	return &Checker{prober: p, exclude: exclude, slots: make(chan struct{}, n)}
}

// round is the state of one round.
type round struct {
	wg  sync.WaitGroup
	mu  sync.Mutex
	rep Report
}

// Round checks all hosts.
func (c *Checker) Round(hosts []string) Report {
	r := &round{rep: Report{Down: make(map[string]error)}}
	for _, h := range hosts {
		r.wg.Add(1)
		go c.check(r, h)
	}
	r.wg.Wait()
	sort.Strings(r.rep.Healthy)
	return r.rep
}

func (c *Checker) check(r *round, host string) {
	if c.exclude != nil && c.exclude(host) {
		r.skip()
		r.wg.Done()
		return
	}
	c.slots <- struct{}{}
	defer func() {
		<-c.slots
		r.wg.Done()
	}()
	d, err := c.prober.Probe(host)
	r.add(host, d, err)
}

func (r *round) skip() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.rep.Skipped++
}

func (r *round) add(host string, d time.Duration, err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if err != nil {
		r.rep.Down[host] = err
		return
	}
	r.rep.Healthy = append(r.rep.Healthy, host)
	r.rep.Slowest = max(r.rep.Slowest, d)
}
