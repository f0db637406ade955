// Package filledonce fills objects in before others use them: in a Once, or by the method that
// starts them.
package filledonce

import (
	"fmt"
	"sync"
)

// A Transport's connection is made by the first who needs it; what uses it afterwards does so
// under the lock.
type Transport struct {
	once sync.Once
	mu   sync.Mutex
	conn *int
	uses int
}

func (t *Transport) init() {
	t.once.Do(func() { t.conn = new(int) })
}

func (t *Transport) Dial() {
	t.init()
	t.mu.Lock()
	defer t.mu.Unlock()
	*t.conn++
	t.uses++
}

func (t *Transport) Close() {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.conn != nil {
		t.uses--
	}
	t.conn = nil
}

// A Proxy's Start makes the map: nobody can use it before.
type Proxy struct {
	mu      sync.Mutex
	clients map[string]int
}

func (p *Proxy) Start() {
	p.clients = make(map[string]int)
	go p.report()
}

func (p *Proxy) Add(name string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.clients[name]++
}

func (p *Proxy) report() {
	p.mu.Lock()
	defer p.mu.Unlock()
	fmt.Println(len(p.clients))
}

// A Board's Clear does so while others use it.
type Board struct {
	mu    sync.Mutex
	marks map[string]int
}

func NewBoard() *Board { return &Board{marks: make(map[string]int)} }

func (b *Board) Mark(name string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.marks[name]++
}

func (b *Board) Reload() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.marks = make(map[string]int)
}

func (b *Board) Clear() {
	b.marks = make(map[string]int) // want `data race: Clear writes b.marks without b.mu, which \w+ holds.*\(unlocked-field\)`
}

// A Resolver's InitialState comes before it is built, as its name says.
type Resolver struct {
	mu   sync.Mutex
	last string
}

func (r *Resolver) InitialState(s string) { r.last = s }

func (r *Resolver) Build() string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.last
}

func (r *Resolver) Update(s string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.last = s
}
