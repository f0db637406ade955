// Package member keeps track of the nodes of a cluster.
package member

import (
	"sort"
	"sync"
	"time"
)

// Watcher is told when nodes come and go.
type Watcher interface {
	NodeUp(id string)
	NodeDown(id string)
}

// List is the set of live nodes.
type List struct {
	mu       sync.Mutex
	seen     map[string]time.Time
	watchers []Watcher
}

// NewList makes an empty list.
func NewList() *List {
	return &List{seen: make(map[string]time.Time)}
}

// Watch adds a watcher.
func (l *List) Watch(w Watcher) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.watchers = append(l.watchers, w)
}

// Beat notes a heartbeat of a node.
func (l *List) Beat(id string, at time.Time) {
	l.mu.Lock()
	_, known := l.seen[id]
	l.seen[id] = at
	ws := l.watchers[:len(l.watchers):len(l.watchers)]
	l.mu.Unlock()
	if known {
		return
	}
	for _, w := range ws {
		w.NodeUp(id)
	}
}

// Expire removes the nodes that were not seen since limit.
func (l *List) Expire(limit time.Time) int {
	l.mu.Lock()
	var gone []string
	for id, at := range l.seen {
		if at.Before(limit) {
			delete(l.seen, id)
			gone = append(gone, id)
		}
	}
	ws := l.watchers[:len(l.watchers):len(l.watchers)]
	l.mu.Unlock()
	for _, id := range gone {
		for _, w := range ws {
			w.NodeDown(id)
		}
	}
	return len(gone)
}

// Alive tells whether a node is in the list.
func (l *List) Alive(id string) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	_, ok := l.seen[id]
	return ok
}

// Nodes lists the live nodes.
func (l *List) Nodes() []string {
	l.mu.Lock()
	defer l.mu.Unlock()
	out := make([]string, 0, len(l.seen))
	for id := range l.seen {
		out = append(out, id)
	}
	sort.Strings(out)
	return out
}
