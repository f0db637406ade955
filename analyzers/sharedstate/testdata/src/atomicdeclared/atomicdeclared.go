// Package atomicdeclared uses fields with sync/atomic, and starts no goroutine.
package atomicdeclared

import (
	"fmt"
	"io"
	"sync"
	"sync/atomic"
)

type Counter struct{ n int64 }

func (c *Counter) Add(d int64)  { atomic.AddInt64(&c.n, d) } // related `^the other side: Add writes c\.n \(mixed-atomic\)$`
func (c *Counter) Value() int64 { return atomic.LoadInt64(&c.n) }

func (c *Counter) Write(w io.Writer, name string) {
	fmt.Fprintf(w, "%s %d\n", name, c.n) // want `likely data race: Write reads c.n plainly, while Add uses it with sync/atomic: all uses must be atomic \(mixed-atomic\)`
}

type State struct{ phase uint32 }

func (s *State) Phase() uint32      { return atomic.LoadUint32(&s.phase) } // related `^the other side: Phase reads s\.phase \(mixed-atomic\)$`
func (s *State) Is(p uint32) bool   { return atomic.LoadUint32(&s.phase) == p }
func (s *State) Advance() (ok bool) { return atomic.CompareAndSwapUint32(&s.phase, 0, 1) }

func (s *State) Finish() {
	s.phase = 2 // want `likely data race: Finish writes s.phase plainly, while (Phase|Is|Advance) uses it with sync/atomic: all uses must be atomic \(mixed-atomic\)`
}

// What follows is right.

type Gauge struct{ v int64 }

// NewGauge fills in what nobody knows yet.
func NewGauge(v int64) *Gauge {
	g := &Gauge{}
	g.v = v
	return g
}

func (g *Gauge) Set(v int64) { atomic.StoreInt64(&g.v, v) }
func (g *Gauge) Get() int64  { return atomic.LoadInt64(&g.v) }

// Reset makes it fit for another use.
func (g *Gauge) Reset() { g.v = 0 }

// A Log has one goroutine that writes: Append. What it has written itself it may
// read as it likes.
type Log struct {
	size int64
	data []byte
}

func (l *Log) Append(b []byte) {
	l.data = append(l.data, b...)
	atomic.StoreInt64(&l.size, l.size+int64(len(b)))
}

func (l *Log) Size() int64 { return atomic.LoadInt64(&l.size) }
func (l *Log) Empty() bool { return atomic.LoadInt64(&l.size) == 0 }

// An Account changes its sum under the lock only, and lets others look without it.
type Account struct {
	mu  sync.Mutex
	sum int64
}

func (a *Account) Deposit(n int64) {
	a.mu.Lock()
	defer a.mu.Unlock()
	atomic.AddInt64(&a.sum, n)
}

func (a *Account) Look() int64 { return atomic.LoadInt64(&a.sum) }

func (a *Account) Covers(n int64) bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.sum >= n
}
