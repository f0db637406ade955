package projection

// Option changes a Projection.
type Option func(*Projection)

// WithSnapshot starts from known balances after event seq.
func WithSnapshot(seq uint64, balances map[string]int64) Option {
	return func(p *Projection) {
		p.seq = seq // BUG: data-race
		for a, c := range balances {
			p.balances[a] = c // BUG: data-race, map-concurrent
		}
	}
}

// WithOverdraft is called for each account that falls below zero.
func WithOverdraft(fn func(account string, cents int64)) Option {
	return func(p *Projection) { p.overdraft = fn } // BUG: data-race
}
