package dbpool

import "time"

// Options are the limits of a Pool.
type Options struct {
	MaxOpen int
	MaxIdle time.Duration
}

func (o *Options) fill() {
	if o.MaxOpen <= 0 {
		o.MaxOpen = 4
	}
	if o.MaxIdle <= 0 {
		o.MaxIdle = time.Minute
	}
}

// Stats counts what a Pool did.
type Stats struct {
	Open, Idle, Reused, Stale, Refused int
}

// Stats reads the counters.
func (p *Pool) Stats() Stats {
	p.mu.Lock()
	defer p.mu.Unlock()
	s := p.stats
	s.Open, s.Idle = p.open, len(p.idle)
	return s
}
