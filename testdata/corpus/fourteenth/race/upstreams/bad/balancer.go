package upstreams

import "net/http"

// Balancer spreads requests over its backends in turn.
type Balancer struct {
	pool []http.Handler
	next int
}

// New returns a balancer over at least one backend.
func New(first http.Handler, more ...http.Handler) *Balancer {
	return &Balancer{pool: append([]http.Handler{first}, more...)}
}

func (b *Balancer) pick() http.Handler {
	h := b.pool[b.next]                 // BUG: data-race
	b.next = (b.next + 1) % len(b.pool) // BUG: data-race
	return h
}

func (b *Balancer) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	b.pick().ServeHTTP(w, r)
}
