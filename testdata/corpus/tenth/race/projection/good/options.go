package projection

// Option changes a Projection.
type Option func(*Projection)

// WithSnapshot starts from known balances after event seq.
func WithSnapshot(seq uint64, balances map[string]int64) Option {
	return func(p *Projection) {
		p.seq = seq
		for a, c := range balances {
			p.balances[a] = c
		}
	}
}

// WithOverdraft is called for each account that falls below zero.
func WithOverdraft(fn func(account string, cents int64)) Option {
	return func(p *Projection) { p.overdraft = fn }
}
