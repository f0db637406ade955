// Package fetch downloads several files with a limited number of workers.
package fetch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"sync"
	"time"
)

// Getter gets one file.
type Getter interface {
	Get(ctx context.Context, name string) (io.Reader, error)
}

// Result is what became of a file.
type Result struct {
	Name string
	Size int64
	Err  error
	Took time.Duration
}

// Manager runs downloads.
type Manager struct {
	getter  Getter
	workers int
	retries int
	log     func(string, ...any)

	mu     sync.Mutex
	counts map[string]int
}

// Option changes a Manager.
type Option func(*Manager)

// Workers sets the number of parallel downloads.
func Workers(n int) Option { return func(m *Manager) { m.workers = max(n, 1) } }

// Retries sets how often a failed download is tried again.
func Retries(n int) Option { return func(m *Manager) { m.retries = n } }

// Log sets the function for messages.
func Log(f func(string, ...any)) Option { return func(m *Manager) { m.log = f } }

// NewManager makes a manager.
func NewManager(g Getter, opts ...Option) *Manager {
	m := &Manager{
		getter:  g,
		workers: 2,
		log:     func(string, ...any) {},
		counts:  make(map[string]int),
	}
	for _, o := range opts {
		o(m)
	}
	return m
}

// ErrIncomplete is returned by Fetch when the context ended too early.
var ErrIncomplete = errors.New("fetch: not all files were loaded")

func (m *Manager) tried(name string) {
	m.mu.Lock()
	m.counts[name]++
	m.mu.Unlock()
}

// Tries returns how often a file was asked for.
func (m *Manager) Tries(name string) int {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.counts[name]
}

func (m *Manager) one(ctx context.Context, name string) Result {
	start := time.Now()
	res := Result{Name: name}
	for try := 0; try <= m.retries; try++ {
		m.tried(name)
		var r io.Reader
		r, res.Err = m.getter.Get(ctx, name)
		if res.Err == nil {
			res.Size, res.Err = io.Copy(io.Discard, r)
		}
		if res.Err == nil || ctx.Err() != nil {
			break
		}
		m.log("%s: try %d: %v", name, try+1, res.Err)
	}
	res.Took = time.Since(start)
	return res
}

// Fetch loads all files. When ctx ends it returns what it has so far.
func (m *Manager) Fetch(ctx context.Context, names ...string) ([]Result, error) {
	todo := make(chan string)
	results := make(chan Result) // BUG: goroutine-leak
	go m.feed(ctx, todo, names)
	for range m.workers {
		go m.work(ctx, todo, results) // BUG: goroutine-leak
	}
	var got []Result
	for len(got) < len(names) {
		select {
		case r := <-results: // BUG: goroutine-leak
			got = append(got, r)
		case <-ctx.Done():
			return got, fmt.Errorf("%w: %d of %d", ErrIncomplete, len(got), len(names)) // BUG: goroutine-leak
		}
	}
	return got, nil
}

func (m *Manager) feed(ctx context.Context, todo chan<- string, names []string) {
	defer close(todo)
	for _, n := range names {
		select {
		case todo <- n:
		case <-ctx.Done():
			return
		}
	}
}

func (m *Manager) work(ctx context.Context, todo <-chan string, results chan<- Result) {
	for n := range todo {
		results <- m.one(ctx, n) // BUG: goroutine-leak
	}
}
