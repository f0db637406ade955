// Package audit buffers what users did and writes it at the end.
package audit

import (
	"fmt"
	"io"
	"sync"
)

// Trail is the buffer.
type Trail struct {
	out io.Writer

	mu      sync.Mutex
	entries []string
}

// New makes a Trail.
func New(out io.Writer) *Trail { return &Trail{out: out} }

// Add notes something.
func (t *Trail) Add(format string, args ...any) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.entries = append(t.entries, fmt.Sprintf(format, args...))
}

// Flush writes the notes.
func (t *Trail) Flush() error {
	t.mu.Lock()
	defer t.mu.Unlock()
	for _, e := range t.entries {
		if _, err := fmt.Fprintln(t.out, "audit:", e); err != nil {
			return fmt.Errorf("audit: %w", err)
		}
	}
	t.entries = nil
	return nil
}
