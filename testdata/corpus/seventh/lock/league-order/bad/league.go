package main

import (
	"sort"
	"strings"
	"sync"
	"time"
)

type league struct {
	mu      sync.Mutex
	name    string
	players map[string]*player
}

func newLeague(name string) *league {
	return &league{name: name, players: make(map[string]*player)}
}

func (l *league) join(name string) *player {
	l.mu.Lock()
	defer l.mu.Unlock()
	p := &player{name: name, in: l}
	l.players[name] = p
	return p
}

func (l *league) all() []*player {
	l.mu.Lock()
	defer l.mu.Unlock()
	out := make([]*player, 0, len(l.players))
	for _, p := range l.players {
		out = append(out, p)
	}
	return out
}

func (l *league) remove(name string) {
	l.mu.Lock() // BUG: lock-order
	defer l.mu.Unlock()
	delete(l.players, name)
}

// table lists the players by points.
func (l *league) table() string {
	type row struct {
		name   string
		points int
	}
	l.mu.Lock() // BUG: lock-order
	defer l.mu.Unlock()
	var rows []row
	for _, p := range l.players {
		rows = append(rows, row{p.name, p.total()}) // BUG: lock-order
		time.Sleep(100 * time.Microsecond)          // formatting
	}
	sort.Slice(rows, func(i, k int) bool { return rows[i].points > rows[k].points })
	names := make([]string, len(rows))
	for i, r := range rows {
		names[i] = r.name
	}
	return strings.Join(names, " ")
}
