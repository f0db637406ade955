package projection

import "sync"

// Projection is the current state of all accounts.
type Projection struct {
	stream    Stream
	overdraft func(account string, cents int64)

	mu       sync.RWMutex
	seq      uint64
	balances map[string]int64
	unknown  int

	done chan struct{}
}

// New starts to follow a stream.
func New(s Stream, opts ...Option) *Projection {
	p := &Projection{
		stream:    s,
		overdraft: func(string, int64) {},
		balances:  make(map[string]int64),
		done:      make(chan struct{}),
	}
	go p.follow() // BUG: data-race
	for _, o := range opts {
		o(p) // BUG: data-race
	}
	return p
}

func (p *Projection) follow() {
	defer close(p.done)
	for e := range p.stream.Events(p.seq + 1) { // BUG: data-race
		p.apply(e)
	}
}

func (p *Projection) apply(e Event) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if e.Seq <= p.seq { // BUG: data-race
		return
	}
	p.seq = e.Seq // BUG: data-race
	switch e.Kind {
	case Deposited:
		p.balances[e.Account] += e.Cents // BUG: data-race, map-concurrent
	case Withdrawn:
		p.balances[e.Account] -= e.Cents // BUG: data-race, map-concurrent
		if c := p.balances[e.Account]; c < 0 {
			p.overdraft(e.Account, c) // BUG: data-race
		}
	case Closed:
		delete(p.balances, e.Account) // BUG: data-race, map-concurrent
	default:
		p.unknown++
	}
}

// Balance is the balance of an account, as of the event Seq.
func (p *Projection) Balance(account string) (cents int64, seq uint64) {
	p.mu.RLock()
	defer p.mu.RUnlock()
	return p.balances[account], p.seq
}

// Wait blocks until the stream is at its end.
func (p *Projection) Wait() { <-p.done }
