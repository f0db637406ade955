// Package settings parses a settings file when it is needed first.
package settings

import (
	"strings"
	"sync"
)

// A File may be used by several goroutines at once.
type File struct {
	text string

	mu   sync.Mutex
	keys map[string]string
}

// Open returns the settings that a text holds.
func Open(text string) *File { return &File{text: text} }

// Get returns one setting.
func (f *File) Get(key string) string {
	if f.keys == nil { // BUG
		f.mu.Lock()
		if f.keys == nil {
			keys := make(map[string]string)
			for line := range strings.Lines(f.text) {
				k, v, _ := strings.Cut(strings.TrimSpace(line), "=")
				keys[k] = v
			}
			f.keys = keys
		}
		f.mu.Unlock()
	}
	return f.keys[key] // BUG?
}
