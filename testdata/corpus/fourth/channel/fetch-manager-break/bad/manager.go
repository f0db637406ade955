// Package fetch downloads things with a limited number of attempts.
//
//	m := fetch.NewManager(transport, 3)
//	defer m.Close()
//	err := <-m.Fetch("http://...")
package fetch

import (
	"errors"
	"fmt"
	"sync"
	"time"
)

// Transport does the real work.
type Transport interface {
	Get(url string) ([]byte, error)
}

// ErrClosed is the result of downloads that a closed manager did not start.
var ErrClosed = errors.New("fetch: manager closed")

type job struct {
	url    string
	tries  int
	result chan error
}

// Progress is a summary of what a Manager did.
type Progress struct {
	Finished, Failed, Retried int
	Bytes                     int64
}

// Manager runs downloads one after the other. Fetch, Progress and Close may
// be called from any goroutine; Close must be called once.
type Manager struct {
	transport Transport
	maxTries  int
	jobs      chan *job
	quit      chan struct{}

	mu       sync.Mutex
	progress Progress
}

// NewManager starts a manager that tries each download up to maxTries times.
func NewManager(t Transport, maxTries int) *Manager {
	m := &Manager{
		transport: t,
		maxTries:  max(1, maxTries),
		jobs:      make(chan *job),
		quit:      make(chan struct{}),
	}
	go m.dispatch() // BUG: goroutine-leak
	return m
}

// Fetch queues a download. The returned channel gets exactly one value.
func (m *Manager) Fetch(url string) <-chan error {
	j := &job{url: url, result: make(chan error, 1)}
	select {
	case m.jobs <- j:
	case <-m.quit:
		j.result <- ErrClosed
	}
	return j.result
}

func (m *Manager) dispatch() {
	var waiting []*job
	retry := time.NewTicker(5 * time.Millisecond)
	defer retry.Stop()
	for { // BUG: goroutine-leak
		select {
		case j := <-m.jobs:
			if m.attempt(j) {
				waiting = append(waiting, j)
			}
		case <-retry.C:
			again := waiting
			waiting = nil
			for _, j := range again {
				m.count(func(p *Progress) { p.Retried++ })
				if m.attempt(j) {
					waiting = append(waiting, j)
				}
			}
		case <-m.quit: // BUG: goroutine-leak
			for _, j := range waiting {
				j.result <- ErrClosed
			}
			waiting = nil
			break // BUG: goroutine-leak
		}
	}
}

// attempt reports whether the job has to be tried again.
func (m *Manager) attempt(j *job) (again bool) {
	j.tries++
	data, err := m.transport.Get(j.url)
	switch {
	case err == nil:
		m.count(func(p *Progress) {
			p.Finished++
			p.Bytes += int64(len(data))
		})
		j.result <- nil
	case j.tries < m.maxTries:
		return true
	default:
		m.count(func(p *Progress) { p.Failed++ })
		j.result <- fmt.Errorf("fetch: %s: gave up after %d tries: %w", j.url, j.tries, err)
	}
	return false
}

func (m *Manager) count(f func(*Progress)) {
	m.mu.Lock()
	defer m.mu.Unlock()
	f(&m.progress)
}

// Progress returns what happened so far.
func (m *Manager) Progress() Progress {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.progress
}

// Close ends the manager; waiting downloads fail with ErrClosed.
func (m *Manager) Close() { close(m.quit) }
