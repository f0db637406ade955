// Package settings keeps runtime settings and shows them over HTTP.
package settings

import (
	"encoding/json"
	"net/http"
	"strconv"
	"sync"
)

// Option configures a Store.
type Option func(*Store)

// WithDefaults presets values.
func WithDefaults(kv map[string]string) Option {
	return func(s *Store) {
		for k, v := range kv {
			s.values[k] = v
		}
	}
}

// WithListener registers fn to be told about every changed key.
func WithListener(fn func(key string)) Option {
	return func(s *Store) { s.notify = fn }
}

// Store is safe for concurrent use.
type Store struct {
	notify func(string)

	mu       sync.RWMutex
	values   map[string]string
	revision int
}

// New returns a store with the options applied.
func New(opts ...Option) *Store {
	s := &Store{values: make(map[string]string), notify: func(string) {}}
	for _, o := range opts {
		o(s)
	}
	return s
}

// Set changes one setting.
func (s *Store) Set(key, value string) {
	s.mu.Lock()
	s.values[key] = value
	s.revision++
	s.mu.Unlock()
	s.notify(key)
}

// Get returns one setting.
func (s *Store) Get(key string) (string, bool) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	v, ok := s.values[key]
	return v, ok
}

func (s *Store) dump() ([]byte, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return json.Marshal(s.values)
}

func (s *Store) etag() string {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return strconv.Itoa(s.revision)
}

// ServeHTTP writes all settings as JSON.
func (s *Store) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	tag := s.etag()
	if r.Header.Get("If-None-Match") == tag {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	body, err := s.dump()
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("ETag", tag)
	w.Write(body)
}
