// Package proxytable routes requests by host name to handlers that are
// resolved on first use.
package proxytable

import (
	"encoding/json"
	"fmt"
	"net/http"
	"sort"
	"sync"
	"time"

	"golang.org/x/sync/singleflight"
)

// Resolver finds the handler that serves a host.
type Resolver interface {
	Resolve(host string) (http.Handler, error)
}

// ResolverFunc adapts a function to Resolver.
type ResolverFunc func(host string) (http.Handler, error)

func (f ResolverFunc) Resolve(host string) (http.Handler, error) { return f(host) }

// Stat describes the use of one route.
type Stat struct {
	Host     string    `json:"host"`
	Hits     int       `json:"hits"`
	LastSeen time.Time `json:"last_seen"`
}

type route struct {
	backend  http.Handler
	mu       sync.Mutex
	hits     int
	lastSeen time.Time
}

func (rt *route) touch(now time.Time) {
	rt.mu.Lock()
	defer rt.mu.Unlock()
	rt.hits++
	rt.lastSeen = now
}

func (rt *route) stat(host string) Stat {
	rt.mu.Lock()
	defer rt.mu.Unlock()
	return Stat{Host: host, Hits: rt.hits, LastSeen: rt.lastSeen}
}

// Table is an http.Handler.
type Table struct {
	resolver Resolver
	flight   singleflight.Group

	mu     sync.RWMutex
	routes map[string]*route
}

// New returns an empty table backed by r.
func New(r Resolver) *Table {
	return &Table{resolver: r, routes: make(map[string]*route)}
}

func (t *Table) lookup(host string) (*route, error) {
	t.mu.RLock()
	rt, ok := t.routes[host]
	t.mu.RUnlock()
	if ok {
		return rt, nil
	}
	v, err, _ := t.flight.Do(host, func() (any, error) {
		h, err := t.resolver.Resolve(host)
		if err != nil {
			return nil, fmt.Errorf("resolve %s: %w", host, err)
		}
		t.mu.Lock()
		defer t.mu.Unlock()
		if rt, ok := t.routes[host]; ok {
			return rt, nil
		}
		rt := &route{backend: h}
		t.routes[host] = rt
		return rt, nil
	})
	if err != nil {
		return nil, err
	}
	return v.(*route), nil
}

func (t *Table) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	rt, err := t.lookup(r.Host)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	rt.touch(time.Now())
	rt.backend.ServeHTTP(w, r)
}

// Stats lists the known routes sorted by host.
func (t *Table) Stats() []Stat {
	t.mu.RLock()
	list := make([]Stat, 0, len(t.routes))
	for host, rt := range t.routes {
		list = append(list, rt.stat(host))
	}
	t.mu.RUnlock()
	sort.Slice(list, func(i, j int) bool { return list[i].Host < list[j].Host })
	return list
}

// Admin serves the statistics as JSON.
func (t *Table) Admin() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		json.NewEncoder(w).Encode(t.Stats())
	})
}
