// Package flags evaluates feature flags on the request path. Lookups take
// no lock; an operator changes rules now and then through Update.
package flags

import (
	"errors"
	"hash/fnv"
	"maps"
	"sync"
	"sync/atomic"
)

// Rule says for which share of the users a feature is on.
type Rule struct {
	Percent int
	Allow   []string
}

var ErrPercent = errors.New("flags: percent must be within 0..100")

type table struct {
	version int
	rules   map[string]Rule
}

// Set is a collection of flags, safe for use by many goroutines.
type Set struct {
	writer sync.Mutex
	cur    atomic.Pointer[table]
}

// NewSet returns a set holding the given rules.
func NewSet(initial map[string]Rule) *Set {
	t := &table{version: 1, rules: make(map[string]Rule, len(initial))}
	for name, r := range initial {
		t.rules[name] = r
	}
	s := new(Set)
	s.cur.Store(t)
	return s
}

// Enabled reports whether the feature is on for this user.
func (s *Set) Enabled(feature, user string) bool {
	rule, ok := s.cur.Load().rules[feature]
	if !ok {
		return false
	}
	for _, name := range rule.Allow {
		if name == user {
			return true
		}
	}
	return bucket(feature, user) < rule.Percent
}

// Version returns the number of the rule table in force.
func (s *Set) Version() int {
	return s.cur.Load().version
}

// Update replaces the rule of one feature.
func (s *Set) Update(feature string, r Rule) error {
	if r.Percent < 0 || r.Percent > 100 {
		return ErrPercent
	}
	s.writer.Lock()
	defer s.writer.Unlock()
	old := s.cur.Load()
	next := &table{version: old.version + 1, rules: maps.Clone(old.rules)}
	next.rules[feature] = r
	s.cur.Store(next)
	return nil
}

func bucket(feature, user string) int {
	h := fnv.New32a()
	h.Write([]byte(feature))
	h.Write([]byte{0})
	h.Write([]byte(user))
	return int(h.Sum32() % 100)
}
