// Package settings stores settings and tells hooks about changes.
package settings

import (
	"errors"
	"fmt"
	"sort"
	"strconv"
	"strings"
	"sync"
)

// ErrReadOnly is returned for settings that were locked.
var ErrReadOnly = errors.New("settings: read only")

// Hook is called when a setting has changed.
type Hook func(key, old, val string)

// Store holds settings.
type Store struct {
	mu     sync.Mutex
	vals   map[string]string
	frozen map[string]bool
	hooks  []Hook
	audit  []string
}

// Option configures a new store.
type Option func(*Store)

// WithAudit keeps a list of the changes.
func WithAudit() Option {
	return func(s *Store) { s.hooks = append(s.hooks, s.record) } // BUG: double-lock
}

// WithHook adds a hook. Hooks must not use the store.
func WithHook(h Hook) Option {
	return func(s *Store) { s.hooks = append(s.hooks, h) }
}

// New makes a store.
func New(opts ...Option) *Store {
	s := &Store{vals: make(map[string]string), frozen: make(map[string]bool)}
	for _, o := range opts {
		o(s)
	}
	return s
}

// record is the hook of WithAudit.
func (s *Store) record(key, old, val string) {
	s.mu.Lock() // BUG: double-lock
	defer s.mu.Unlock()
	s.audit = append(s.audit, fmt.Sprintf("%s: %q -> %q", key, old, val))
}

// Get returns a setting.
func (s *Store) Get(key string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.vals[key]
}

// Int returns a setting as a number.
func (s *Store) Int(key string, def int) int {
	n, err := strconv.Atoi(s.Get(key))
	if err != nil {
		return def
	}
	return n
}

// Set changes a setting.
func (s *Store) Set(key, val string) error {
	s.mu.Lock() // BUG: double-lock
	defer s.mu.Unlock()
	if s.frozen[key] {
		return fmt.Errorf("%w: %s", ErrReadOnly, key)
	}
	old := s.vals[key]
	if old == val {
		return nil
	}
	s.vals[key] = val
	s.changed(key, old, val) // BUG: double-lock
	return nil
}

// changed needs s.mu.
func (s *Store) changed(key, old, val string) {
	for _, h := range s.hooks {
		h(key, old, val) // BUG: double-lock
	}
}

// Freeze makes a setting read only.
func (s *Store) Freeze(key string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.frozen[key] = true
}

// Load reads lines of the form key=value.
func (s *Store) Load(text string) error {
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		k, v, ok := strings.Cut(line, "=")
		if !ok {
			return fmt.Errorf("line %d: no =", i+1)
		}
		if err := s.Set(strings.TrimSpace(k), strings.TrimSpace(v)); err != nil {
			return fmt.Errorf("line %d: %w", i+1, err)
		}
	}
	return nil
}

// Keys lists the settings.
func (s *Store) Keys() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	keys := make([]string, 0, len(s.vals))
	for k := range s.vals {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}

// Audit returns the changes so far.
func (s *Store) Audit() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]string(nil), s.audit...)
}
