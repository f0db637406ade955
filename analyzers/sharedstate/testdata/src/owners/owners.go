// Package owners has a field that one goroutine changes: it takes the lock for others to read.
package owners

import "sync"

// A Router is told about routes by one goroutine, and asked for them by many.
type Router struct {
	mu     sync.Mutex
	routes map[string]string
}

// Update replaces the routes; it alone changes them, and so reads them freely.
func (r *Router) Update(more map[string]string) {
	next := make(map[string]string)
	for k, v := range r.routes {
		next[k] = v
	}
	for k, v := range more {
		next[k] = v
	}
	r.mu.Lock()
	r.routes = next
	r.mu.Unlock()
}

// Reset is called by the goroutine that updates.
func (r *Router) Reset(each func(string)) {
	for k := range r.routes {
		each(k)
	}
}

// Find may be called by anybody.
func (r *Router) Find(name string) string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.routes[name]
}
