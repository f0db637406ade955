// Package greet knows greetings in one language.
package greet

import (
	"strings"
	"sync"
)

type dictionary struct {
	once  sync.Once
	words map[string]string
}

// A Greeter may be used by several goroutines at once.
type Greeter struct {
	source string
	dict   dictionary
}

// New returns a greeter whose words are lines like "hello=Guten Tag".
func New(source string) *Greeter { return &Greeter{source: source} }

// Word returns the translation of a word.
func (g *Greeter) Word(key string) string {
	g.dict.once.Do(func() {
		words := make(map[string]string)
		for line := range strings.Lines(g.source) {
			k, v, _ := strings.Cut(strings.TrimSpace(line), "=")
			words[k] = v
		}
		if words["default"] == "" {
			g.dict.once.Do(func() { words["default"] = "?" }) // BUG
		}
		g.dict.words = words
	})
	return g.dict.words[key]
}
