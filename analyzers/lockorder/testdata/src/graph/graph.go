// Package graph has locks of two types that lead to each other through maps,
// slices, fields and callbacks; nothing here starts a goroutine.
package graph

import "sync"

// A World has players, and each player knows it.

type World struct {
	mu      sync.Mutex
	players map[string]*Player
	log     []string
}

type Player struct {
	mu    sync.Mutex
	hp    int
	world *World
}

func (w *World) record(line string) {
	w.mu.Lock() // want `likely deadlock: Hurt locks p.mu \(graph.go:46\), then record locks p.world.mu; w.Weakest\(\) locks them the other way round, and both wait for ever \(lock-order\)`
	defer w.mu.Unlock()
	w.log = append(w.log, line)
}

func (w *World) Weakest() *Player {
	w.mu.Lock()
	defer w.mu.Unlock()
	var weakest *Player
	for _, p := range w.players {
		if weakest == nil || p.health() < weakest.health() {
			weakest = p
		}
	}
	return weakest
}

func (p *Player) health() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.hp
}

func (p *Player) Hurt(points int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.hp -= points
	if p.hp <= 0 {
		p.world.record("a player died")
	}
}

// A Hub looks its clients up, a client leaves in its own function.

type Hub struct {
	mu      sync.RWMutex
	clients map[int]*Client
}

type Client struct {
	id     int
	mu     sync.Mutex
	closed bool
	hub    *Hub
}

func (h *Hub) Send(id int) bool {
	h.mu.RLock()
	defer h.mu.RUnlock()
	c, ok := h.clients[id]
	if !ok {
		return false
	}
	c.mu.Lock() // want `likely deadlock: Send locks h.mu, then h.clients\[id\].mu; c.Close\(\) locks them the other way round, and both wait for ever \(lock-order\)`
	defer c.mu.Unlock()
	return !c.closed
}

func (c *Client) Close() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.closed = true
	c.hub.mu.Lock()
	delete(c.hub.clients, c.id)
	c.hub.mu.Unlock()
}

// A Pool calls a function for each of its workers.

type Pool struct {
	mu      sync.Mutex
	workers []*Worker
	idle    int
}

type Worker struct {
	mu   sync.Mutex
	busy bool
	pool *Pool
}

func (p *Pool) each(do func(*Worker)) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, w := range p.workers {
		do(w)
	}
}

func (p *Pool) Busy() (n int) {
	p.each(func(w *Worker) {
		w.mu.Lock() // want `likely deadlock: each locks p.mu \(graph.go:104\), then .* locks w.mu; w.Rest\(\) locks them the other way round, and both wait for ever \(lock-order\)`
		if w.busy {
			n++
		}
		w.mu.Unlock()
	})
	return n
}

func (w *Worker) Rest() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.busy = false
	w.pool.mu.Lock()
	w.pool.idle++
	w.pool.mu.Unlock()
}
