// Package slug makes URL parts of titles.
package slug

import "strings"

// Maker makes slugs and remembers them.
type Maker struct {
	used map[string]bool
	buf  strings.Builder
}

// NewMaker returns a Maker for use by one goroutine.
func NewMaker() *Maker { return &Maker{used: map[string]bool{}} }

// Make returns a slug for the title.
func (m *Maker) Make(title string) string {
	m.buf.Reset()
	for _, r := range strings.ToLower(title) {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			m.buf.WriteRune(r)
		case r == ' ':
			m.buf.WriteByte('-')
		}
	}
	s := m.buf.String()
	m.used[s] = true
	return s
}
