// Package contractskept keeps what its comments promise, in every way in which a
// look at one function alone would doubt it.
package contractskept

import "sync"

type Counter struct {
	mu sync.RWMutex
	n  int // guarded by mu
	// hits is guarded by c.mu.
	hits int
	// +checklocks:mu
	names map[string]int

	config string // set by New; not guarded by mu
	cached int    // guarded by its owner
	other  int    // guarded by Registry.mu
}

// New fills in what nobody else can see yet.
func New(names ...string) *Counter {
	c := &Counter{names: make(map[string]int)}
	c.n = len(names)
	c.fill(names)
	return c
}

// Parse is a constructor, too, whatever its name is.
func Parse(text string) *Counter {
	c := new(Counter)
	c.names = map[string]int{text: 1}
	c.fill([]string{text})
	return c
}

func (c *Counter) fill(names []string) {
	for i, name := range names {
		c.names[name] = i
	}
}

// Init makes a Counter ready that is embedded in a struct.
func (c *Counter) Init(n int) { c.n = n }

// UnmarshalText fills in a new Counter.
func (c *Counter) UnmarshalText(text []byte) error {
	c.n = len(text)
	return nil
}

func (c *Counter) Inc(name string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.n++
	c.add(name)
	c.resetLocked()
}

// Clear is made for others, and takes the lock in a way that is hard to follow.
func (c *Counter) Clear(lock, unlock func()) {
	lock()
	c.resetLocked()
	unlock()
}

// add notes a name. c.mu must be held.
func (c *Counter) add(name string) {
	c.names[name]++
	c.twice(name)
}

func (c *Counter) twice(name string) { c.names[name]++ }

func (c *Counter) resetLocked() {
	c.hits = 0
	c.forget()
}

func (c *Counter) forget() { c.hits-- }

// Peek is for those who hold the lock.
//
// +checklocks:c.mu
func (c *Counter) Peek() int { return c.n }

func (c *Counter) Lock()   { c.mu.Lock() }
func (c *Counter) Unlock() { c.mu.Unlock() }

// AddUnderLock is called between Lock and Unlock; the caller must hold the lock.
func (c *Counter) AddUnderLock(d int) { c.n += d }

func (c *Counter) Get() int {
	c.mu.RLock()
	defer c.mu.RUnlock()
	return c.n
}

func (c *Counter) TryGet() (int, bool) {
	if !c.mu.TryRLock() {
		return 0, false
	}
	defer c.mu.RUnlock()
	return c.n, true
}

func (c *Counter) Sometimes(shared bool) int {
	if shared {
		c.mu.RLock()
		defer c.mu.RUnlock()
	}
	return c.n
}

func (c *Counter) Each(f func(string)) {
	c.mu.RLock()
	defer c.mu.RUnlock()
	func() {
		for name := range c.names {
			f(name)
		}
	}()
}

func (c *Counter) Config() string { return c.config }

func (c *Counter) Cached() int { return c.cached }

func (c *Counter) Other() int { return c.other }

// Sum copies a counter that nobody shares.
func Sum(counters ...int) int {
	total := Counter{}
	for _, n := range counters {
		total.n += n
	}
	return total.n
}

type Registry struct {
	mu       sync.Mutex
	counters []*Counter // guarded by mu
}

func (r *Registry) Add(c *Counter) {
	r.mu.Lock()
	r.counters = append(r.counters, c)
	r.mu.Unlock()
}

// Start publishes the registry after it is complete.
func Start(names []string) *Registry {
	r := &Registry{}
	for _, name := range names {
		r.counters = append(r.counters, New(name))
	}
	go r.Add(New())
	return r
}

// A Printer prints one text at a time.
type Printer struct {
	busy sync.Mutex
	done int // guarded by busy
}

// Print hands its lock over to the goroutine that prints.
func (p *Printer) Print(text string) {
	p.busy.Lock()
	go func() {
		defer p.busy.Unlock()
		p.done += len(text)
	}()
}
