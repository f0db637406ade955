// Package config holds settings that can be reloaded.
package config

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"sync"
)

// Change is one setting that got a new value.
type Change struct {
	Key, Old, New string
}

// WatchFunc is called for each change of a watched prefix.
type WatchFunc func(Change)

type watch struct {
	prefix string
	fn     WatchFunc
}

// Config is a set of settings.
type Config struct {
	mu      sync.Mutex
	values  map[string]string
	watches []watch
}

// New makes an empty Config.
func New() *Config { return &Config{values: make(map[string]string)} }

// Get is the value of a key, or def.
func (c *Config) Get(key, def string) string {
	c.mu.Lock()
	defer c.mu.Unlock()
	if v, ok := c.values[key]; ok {
		return v
	}
	return def
}

// Watch registers a function for the keys with a prefix.
func (c *Config) Watch(prefix string, fn WatchFunc) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.watches = append(c.watches, watch{prefix, fn})
}

// Load reads "key = value" lines and reports what changed.
func (c *Config) Load(r io.Reader) (int, error) {
	next := make(map[string]string)
	sc := bufio.NewScanner(r)
	for n := 1; sc.Scan(); n++ {
		line := strings.TrimSpace(sc.Text())
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		k, v, ok := strings.Cut(line, "=")
		if !ok {
			return 0, fmt.Errorf("config: line %d: no value", n)
		}
		next[strings.TrimSpace(k)] = strings.TrimSpace(v)
	}
	if err := sc.Err(); err != nil {
		return 0, fmt.Errorf("config: %w", err)
	}

	c.mu.Lock()
	changes := diff(c.values, next)
	c.values = next
	watches := append([]watch(nil), c.watches...)
	c.mu.Unlock()
	for _, ch := range changes {
		notify(watches, ch)
	}
	return len(changes), nil
}

func notify(watches []watch, ch Change) {
	for _, w := range watches {
		if strings.HasPrefix(ch.Key, w.prefix) {
			w.fn(ch)
		}
	}
}

func diff(old, next map[string]string) []Change {
	var out []Change
	for k, v := range next {
		if old[k] != v {
			out = append(out, Change{k, old[k], v})
		}
	}
	for k, v := range old {
		if _, ok := next[k]; !ok {
			out = append(out, Change{Key: k, Old: v})
		}
	}
	return out
}
