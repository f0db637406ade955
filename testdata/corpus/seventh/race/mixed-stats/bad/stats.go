// Package stats counts what a proxy does.
package stats

import (
	"fmt"
	"strings"
	"sync/atomic"
)

// Kind says what is counted.
type Kind int

// The kinds of events.
const (
	Request Kind = iota
	Failure
	Retry
	numKinds
)

var names = [numKinds]string{"requests", "failures", "retries"}

// Counters holds one number per kind.
type Counters struct {
	n [numKinds]int64
}

// Inc adds one event.
func (c *Counters) Inc(k Kind) {
	atomic.AddInt64(&c.n[k], 1) // BUG: atomic-mixed
}

// Rate is the share of failed requests.
func (c *Counters) Rate() float64 {
	total := atomic.LoadInt64(&c.n[Request])
	if total == 0 {
		return 0
	}
	return float64(atomic.LoadInt64(&c.n[Failure])) / float64(total)
}

// String lists all counters.
func (c *Counters) String() string {
	var sb strings.Builder
	for k, name := range names {
		fmt.Fprintf(&sb, "%s=%d ", name, c.n[k]) // BUG: atomic-mixed, data-race
	}
	return strings.TrimSpace(sb.String())
}
