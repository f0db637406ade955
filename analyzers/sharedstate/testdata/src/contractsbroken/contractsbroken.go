// Package contractsbroken breaks what its comments promise, where no majority of
// locked uses shows it.
package contractsbroken

import "sync"

type Counter struct {
	mu sync.RWMutex
	n  int // guarded by mu

	// last is the last name. It is protected by mu.
	last string
	// +checklocks:mu
	names map[string]int
	total int // sum of all; guarded by c.mu.
}

func New() *Counter { return &Counter{names: make(map[string]int)} }

// No use of n holds the lock.

func (c *Counter) Inc() {
	c.n++ // want `^likely data race: Inc writes c.n without c.mu; the comment at contractsbroken.go:9 says that mu guards it \(unlocked-field\)`
}

func (c *Counter) Get() int {
	return c.n // want `^likely data race: Get reads c.n without c.mu; the comment at contractsbroken.go:9 says that mu guards it \(unlocked-field\)`
}

// Once it does, of many.

func (c *Counter) Name(name string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.last = name
}

func (c *Counter) Last() string { return c.last } // want `likely data race: Last reads c.last without c.mu.*\(unlocked-field\)`

func (c *Counter) Forget() { c.clear() }

func (c *Counter) clear() {
	c.last = "" // want `likely data race: clear writes c.last without c.mu.*\(unlocked-field\)`
}

func (c *Counter) Has(name string) bool {
	return c.names[name] > 0 // want `^likely data race: Has reads c.names without c.mu; the comment at contractsbroken.go:13 says that mu guards it \(unlocked-field\)`
}

func (c *Counter) Start() {
	go func() {
		c.total++ // want `likely data race: a function literal in Start writes c.total without c.mu; the comment at contractsbroken.go:15 says that mu guards it \(unlocked-field\)`
	}()
}

func (c *Counter) Reset() {
	c.mu.RLock()
	defer c.mu.RUnlock()
	c.total = 0 // want `^likely data race: Reset writes c.total under a read lock of c.mu, which lets others read it; the comment at contractsbroken.go:15 says that mu guards it \(write-under-rlock\)`
}

var mu sync.Mutex

// A Job is shared by everybody.
type Job struct {
	state int // guarded by mu
}

func (j *Job) State() int {
	return j.state // want `^likely data race: State reads j.state without mu; the comment at contractsbroken.go:66 says that mu guards it \(unlocked-field\)`
}
