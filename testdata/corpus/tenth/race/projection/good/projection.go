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
	for _, o := range opts {
		o(p)
	}
	go p.follow()
	return p
}

func (p *Projection) follow() {
	defer close(p.done)
	for e := range p.stream.Events(p.seq + 1) {
		p.apply(e)
	}
}

func (p *Projection) apply(e Event) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if e.Seq <= p.seq {
		return
	}
	p.seq = e.Seq
	switch e.Kind {
	case Deposited:
		p.balances[e.Account] += e.Cents
	case Withdrawn:
		p.balances[e.Account] -= e.Cents
		if c := p.balances[e.Account]; c < 0 {
			p.overdraft(e.Account, c)
		}
	case Closed:
		delete(p.balances, e.Account)
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
