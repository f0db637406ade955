// Package heldbetweencalls keeps a read lock from one call to the next.
package heldbetweencalls

import (
	"errors"
	"sync"
)

var errScan = errors.New("scan before next")

// Rows is for one goroutine; another one may only close it.
type Rows struct {
	mu   sync.RWMutex
	held bool
	err  error
}

func (r *Rows) Scan(keep bool) error {
	if r.held {
		return errScan
	}
	r.mu.RLock()
	err := r.err
	if err == nil && keep {
		r.held = true // until Next
	} else {
		r.mu.RUnlock()
	}
	return err
}

// release ends what Scan began.
func (r *Rows) release() {
	if r.held {
		r.held = false
		r.mu.RUnlock()
	}
}

func (r *Rows) Next() bool {
	r.release()
	r.mu.RLock()
	defer r.mu.RUnlock()
	return r.err == nil
}

func (r *Rows) Close() {
	r.release()
	r.close(errors.New("closed"))
}

func (r *Rows) close(err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.err = err
}

// A Fetcher has its lock when its helpers run.
type Fetcher struct {
	mu       sync.Mutex
	token    string
	fetching chan struct{}
}

func (f *Fetcher) Token() string {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.tokenLocked()
}

func (f *Fetcher) tokenLocked() string {
	if f.token == "" && f.fetching == nil {
		f.fetching = make(chan struct{})
		go f.fetch("fresh")
	}
	return f.token
}

func (f *Fetcher) fetch(token string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	close(f.fetching)
	f.fetching = nil
	f.token = token
}
