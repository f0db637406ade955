package upstreams

import (
	"net/http"
	"sync/atomic"
)

// Balancer spreads requests over its backends in turn.
type Balancer struct {
	pool []http.Handler
	turn atomic.Uint64
}

// New returns a balancer over at least one backend.
func New(first http.Handler, more ...http.Handler) *Balancer {
	return &Balancer{pool: append([]http.Handler{first}, more...)}
}

func (b *Balancer) pick() http.Handler {
	n := b.turn.Add(1) - 1
	return b.pool[n%uint64(len(b.pool))]
}

func (b *Balancer) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	b.pick().ServeHTTP(w, r)
}
