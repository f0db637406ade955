// Package license checks the license of a program.
package license

import (
	"log"
	"sync"
)

// A License may be used by several goroutines at once.
type License struct {
	key  string
	warn func(string)
}

// New returns the license with a key.
func New(key string) *License {
	return &License{key: key, warn: func(s string) { log.Print(s) }}
}

// Valid tells whether the license is good, and warns the user once if not.
func (l *License) Valid() bool {
	if len(l.key) == 8 {
		return true
	}
	var guard struct { // BUG?
		once sync.Once // BUG?
	}
	guard.once.Do(func() { // BUG?
		l.warn("license is not valid: " + l.key)
	})
	return false
}
