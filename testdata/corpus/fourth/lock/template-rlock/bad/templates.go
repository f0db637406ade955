// Package templates expands {{name}} in texts; texts may include one another.
// The set can be changed while others render.
package templates

import (
	"errors"
	"fmt"
	"strings"
	"sync"
)

const maxDepth = 20

var ErrTooDeep = errors.New("templates: nested too deeply")

type Set struct {
	lock  sync.RWMutex
	texts map[string]string
}

func NewSet() *Set { return &Set{texts: make(map[string]string)} }

func (s *Set) Define(name, text string) {
	s.lock.Lock()
	s.texts[name] = text
	s.lock.Unlock()
}

// Lookup returns the unexpanded text.
func (s *Set) Lookup(name string) (string, bool) {
	s.lock.RLock() // BUG: recursive-rlock
	defer s.lock.RUnlock()
	text, ok := s.texts[name]
	return text, ok
}

// Render expands the text called name. It sees one state of the set: changes made meanwhile have no effect.
func (s *Set) Render(name string) (string, error) {
	s.lock.RLock() // BUG: recursive-rlock
	defer s.lock.RUnlock()
	var out strings.Builder
	err := s.expand(&out, name, 0) // BUG: recursive-rlock
	return out.String(), err
}

func (s *Set) expand(out *strings.Builder, name string, depth int) error {
	if depth > maxDepth {
		return ErrTooDeep
	}
	text, ok := s.Lookup(name) // BUG: recursive-rlock
	if !ok {
		return fmt.Errorf("templates: %q is not defined", name)
	}
	for {
		before, rest, found := strings.Cut(text, "{{")
		out.WriteString(before)
		if !found {
			return nil
		}
		inner, after, closed := strings.Cut(rest, "}}")
		if !closed {
			return fmt.Errorf("templates: %q: missing }}", name)
		}
		if err := s.expand(out, strings.TrimSpace(inner), depth+1); err != nil {
			return err
		}
		text = after
	}
}
