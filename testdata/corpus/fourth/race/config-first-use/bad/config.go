package config

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"sync"
)

// Values are the settings of a file.
type Values struct {
	m map[string]string
}

// Get returns the setting, or def if it is not in the file.
func (v *Values) Get(key, def string) string {
	if s, ok := v.m[key]; ok {
		return s
	}
	return def
}

// Source is a configuration that is read when it is needed first.
// It is safe for concurrent use.
type Source struct {
	open func() (io.ReadCloser, error)
	mu   sync.Mutex
	vals *Values
}

func From(open func() (io.ReadCloser, error)) *Source { return &Source{open: open} }

// Values loads the file on the first call. If loading fails the next call tries again.
func (s *Source) Values() (*Values, error) {
	if s.vals != nil { // BUG: double-checked
		return s.vals, nil // BUG: double-checked
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.vals != nil {
		return s.vals, nil
	}
	r, err := s.open()
	if err != nil {
		return nil, fmt.Errorf("config: %w", err)
	}
	defer r.Close()
	v, err := parse(r)
	if err != nil {
		return nil, err
	}
	s.vals = v // BUG: double-checked
	return v, nil
}

func parse(r io.Reader) (*Values, error) {
	v := &Values{m: map[string]string{}}
	sc := bufio.NewScanner(r)
	for n := 1; sc.Scan(); n++ {
		line := strings.TrimSpace(sc.Text())
		if line == "" || line[0] == '#' {
			continue
		}
		key, val, ok := strings.Cut(line, "=")
		if !ok {
			return nil, fmt.Errorf("config: line %d: no '='", n)
		}
		v.m[strings.TrimSpace(key)] = strings.TrimSpace(val)
	}
	return v, sc.Err()
}
