package sessions

import (
	"context"
	"sync"
	"time"
)

// Session is something a client keeps open.
type Session interface {
	ID() string
	LastUsed() time.Time
	Close() error
}

// Closer is what a session calls once when it goes away.
type Closer func(id string)

// Registry tracks live sessions and retires idle ones.
type Registry struct {
	idle time.Duration
	now  func() time.Time

	mu      sync.Mutex
	live    map[string]Session
	retired int
}

func NewRegistry(idle time.Duration) *Registry {
	return &Registry{idle: idle, now: time.Now, live: make(map[string]Session)}
}

// Open creates a session with mk and registers it. The callback handed to mk
// takes the session out of the registry again.
func (r *Registry) Open(mk func(Closer) Session) Session {
	s := mk(r.drop)
	r.mu.Lock()
	r.live[s.ID()] = s
	r.mu.Unlock()
	return s
}

func (r *Registry) drop(id string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if _, ok := r.live[id]; ok {
		delete(r.live, id)
		r.retired++
	}
}

// Sweep closes everything that has been idle for too long.
func (r *Registry) Sweep() {
	cutoff := r.now().Add(-r.idle)
	var old []Session
	r.mu.Lock()
	for _, s := range r.live {
		if s.LastUsed().Before(cutoff) {
			old = append(old, s)
		}
	}
	r.mu.Unlock()
	for _, s := range old {
		s.Close()
	}
}

// Run sweeps until ctx ends.
func (r *Registry) Run(ctx context.Context) {
	t := time.NewTicker(max(r.idle/2, time.Millisecond))
	defer t.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-t.C:
			r.Sweep()
		}
	}
}

// Counts returns the live and retired sessions.
func (r *Registry) Counts() (live, retired int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return len(r.live), r.retired
}
