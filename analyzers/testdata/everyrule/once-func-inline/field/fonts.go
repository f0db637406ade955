// Package fonts parses font files when they are needed first.
package fonts

import (
	"strings"
	"sync"
)

type file struct {
	text  string
	parse func() []string
}

// A Font may be used by several goroutines at once.
type Font struct {
	Name string
	file file
}

// New returns a font whose glyphs are the lines of a text.
func New(name, text string) *Font {
	f := &Font{Name: name}
	f.file.text = text
	f.file.parse = func() []string { return strings.Split(f.file.text, "\n") }
	return f
}

// Glyph returns a glyph by its number.
func (f *Font) Glyph(n int) string {
	glyphs := sync.OnceValue(f.file.parse)() // BUG
	if n < 0 || n >= len(glyphs) {
		return ""
	}
	return glyphs[n]
}
