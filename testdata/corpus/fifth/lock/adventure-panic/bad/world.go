package main

import (
	"fmt"
	"sort"
	"strings"
	"sync"
)

type room struct {
	name  string
	exits map[string]*room
	items []string
}

type hero struct {
	name string
	at   *room
	bag  []string
}

// world is shared by all players.
type world struct {
	mu     sync.Mutex
	start  *room
	heroes map[string]*hero
}

func newWorld() *world {
	hall := &room{name: "hall", exits: map[string]*room{}, items: []string{"lamp", "rope"}}
	cave := &room{name: "cave", exits: map[string]*room{}}
	hall.exits["north"] = cave
	cave.exits["south"] = hall
	return &world{start: hall, heroes: map[string]*hero{}}
}

func (w *world) join(name string) *hero {
	w.mu.Lock() // BUG: panic-holds-lock
	defer w.mu.Unlock()
	h := &hero{name: name, at: w.start}
	w.heroes[name] = h
	return h
}

func (w *world) who() string {
	w.mu.Lock() // BUG: panic-holds-lock
	defer w.mu.Unlock()
	var ns []string
	for n, h := range w.heroes {
		ns = append(ns, fmt.Sprintf("%s in the %s with %d", n, h.at.name, len(h.bag)))
	}
	sort.Strings(ns)
	return strings.Join(ns, ", ")
}
