// Package settings keeps a program's settings.
package settings

import "sync"

// A Trace is told what was read. It may be slow.
type Trace interface {
	Read(key, value string)
}

// Settings are read by everybody, all the time, and changed now and then.
type Settings struct {
	trace Trace

	mu     sync.RWMutex // guards values
	values map[string]string
}

// New returns settings without values.
func New(trace Trace) *Settings {
	return &Settings{trace: trace, values: make(map[string]string)}
}

// Get returns a value.
func (s *Settings) Get(key string) string {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.values[key]
}

// Set changes a value.
func (s *Settings) Set(key, value string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.values[key] = value
}

// SetAddress changes host and port together.
func (s *Settings) SetAddress(host, port string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.values["host"] = host
	s.values["port"] = port
}

// Address returns host and port of one moment, as "host:port".
func (s *Settings) Address() string {
	s.mu.RLock()
	defer s.mu.RUnlock()
	host := s.Get("host")
	s.trace.Read("host", host)
	return host + ":" + s.Get("port")
}
