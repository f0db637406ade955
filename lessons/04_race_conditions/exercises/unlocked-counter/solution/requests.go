// Package metrics counts what a web server does.
package metrics

import (
	"fmt"
	"io"
	"net/http"
	"sync"
)

// Requests counts the requests that a server has answered. Every handler
// records into it, and the operators' page reads it, all at once.
type Requests struct {
	mu     sync.Mutex // guards total and failed
	total  int
	failed int
}

// Record counts one answered request. A status of 500 or more is a failure.
func (r *Requests) Record(status int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.total++
	if status >= http.StatusInternalServerError {
		r.failed++
	}
}

// Reset starts a new day: everything is zero again.
func (r *Requests) Reset() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.total = 0
	r.failed = 0
}

// WriteReport writes the numbers for the operators' page, one on each line.
func (r *Requests) WriteReport(w io.Writer) error {
	// Both numbers in one critical section: they belong to one moment. The lock
	// is free again before w is called, which may be as slow as a network.
	r.mu.Lock()
	total, failed := r.total, r.failed
	r.mu.Unlock()

	if _, err := fmt.Fprintf(w, "requests %d\n", total); err != nil {
		return err
	}
	_, err := fmt.Fprintf(w, "failed %d\n", failed)
	return err
}
