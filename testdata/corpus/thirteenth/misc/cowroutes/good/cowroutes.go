// Package cowroutes is a router whose table can change while requests run.
package cowroutes

import (
	"maps"
	"net/http"
	"sync"
	"sync/atomic"
)

type table map[string]http.Handler

// Router dispatches by exact path.
type Router struct {
	writers sync.Mutex
	current atomic.Pointer[table]
}

// NewRouter returns a router without routes.
func NewRouter() *Router {
	r := new(Router)
	r.current.Store(&table{})
	return r
}

func (r *Router) change(fn func(table)) {
	r.writers.Lock()
	defer r.writers.Unlock()
	next := maps.Clone(*r.current.Load())
	fn(next)
	r.current.Store(&next)
}

// Handle adds or replaces a route.
func (r *Router) Handle(path string, h http.Handler) {
	r.change(func(t table) { t[path] = h })
}

// Remove drops a route.
func (r *Router) Remove(path string) {
	r.change(func(t table) { delete(t, path) })
}

func (r *Router) ServeHTTP(w http.ResponseWriter, req *http.Request) {
	t := *r.current.Load()
	h, ok := t[req.URL.Path]
	if !ok {
		http.NotFound(w, req)
		return
	}
	h.ServeHTTP(w, req)
}
