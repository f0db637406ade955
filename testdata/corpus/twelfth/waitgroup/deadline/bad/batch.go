// Package batch runs a handful of probes and gives each of them the same
// amount of time.
package batch

import (
	"errors"
	"fmt"
	"sort"
	"strings"
	"sync"
	"time"
)

var (
	errPending = errors.New("pending")

	// ErrTooSlow marks probes that did not answer in time.
	ErrTooSlow = errors.New("too slow")
)

// Probe checks one thing. It cannot be interrupted.
type Probe interface {
	Name() string
	Check() error
}

type funcProbe struct {
	name string
	fn   func() error
}

func (p funcProbe) Name() string { return p.name }
func (p funcProbe) Check() error { return p.fn() }

// Func makes a Probe from a function.
func Func(name string, fn func() error) Probe { return funcProbe{name, fn} }

// Batch collects the outcome of probes.
type Batch struct {
	limit time.Duration
	wg    sync.WaitGroup

	mu  sync.Mutex
	res map[string]error
}

func New(limit time.Duration) *Batch {
	return &Batch{limit: limit, res: make(map[string]error)}
}

func (b *Batch) settle(name string, err error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if prev, ok := b.res[name]; ok && !errors.Is(prev, errPending) {
		return
	}
	b.res[name] = err
}

// Start launches p in the background.
func (b *Batch) Start(p Probe) {
	name := p.Name()
	b.settle(name, errPending)
	b.wg.Add(1)
	expire := time.AfterFunc(b.limit, func() {
		b.settle(name, ErrTooSlow)
		b.wg.Done() // BUG: wg-negative
	})
	go func() {
		err := p.Check()
		expire.Stop() // BUG: wg-negative
		b.settle(name, err)
		b.wg.Done() // BUG: wg-negative
	}()
}

// Wait blocks until every probe has answered or run out of time.
func (b *Batch) Wait() map[string]error {
	b.wg.Wait()
	b.mu.Lock()
	defer b.mu.Unlock()
	out := make(map[string]error, len(b.res))
	for k, v := range b.res {
		out[k] = v
	}
	return out
}

// Summary renders an outcome, failures first.
func Summary(res map[string]error) string {
	var good, bad []string
	for name, err := range res {
		if err != nil {
			bad = append(bad, fmt.Sprintf("%s: %v", name, err))
		} else {
			good = append(good, name+": ok")
		}
	}
	sort.Strings(good)
	sort.Strings(bad)
	return strings.Join(append(bad, good...), "\n")
}
