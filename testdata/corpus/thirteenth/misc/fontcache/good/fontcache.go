// Package fontcache caches rendered glyphs.
package fontcache

import (
	"strings"
	"sync"
)

// Glyph is never changed once rendered.
type Glyph struct {
	char rune
	rows []string
}

// Width is the number of columns.
func (g *Glyph) Width() int { return len(g.rows[0]) }

// Cache is safe for concurrent use.
type Cache struct {
	height   int
	mu       sync.RWMutex
	glyphs   map[rune]*Glyph
	rendered int
}

// New returns a cache for glyphs of one height.
func New(height int) *Cache {
	return &Cache{height: height, glyphs: make(map[rune]*Glyph)}
}

func (c *Cache) peek(r rune) *Glyph {
	c.mu.RLock()
	defer c.mu.RUnlock()
	return c.glyphs[r]
}

// Glyph returns the picture of a character.
func (c *Cache) Glyph(r rune) *Glyph {
	if g := c.peek(r); g != nil {
		return g
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	g := c.glyphs[r]
	if g == nil {
		g = c.render(r)
		c.glyphs[r] = g
	}
	return g
}

func (c *Cache) render(r rune) *Glyph {
	c.rendered++
	g := &Glyph{char: r}
	for range c.height {
		g.rows = append(g.rows, strings.Repeat("#", 1+int(r)%5))
	}
	return g
}

// Rendered counts how many glyphs had to be drawn.
func (c *Cache) Rendered() int {
	c.mu.RLock()
	defer c.mu.RUnlock()
	return c.rendered
}
