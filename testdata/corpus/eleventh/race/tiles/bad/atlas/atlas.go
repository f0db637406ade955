// Package atlas serves terrain heights and the colours to draw them in.
package atlas

import "sync"

type Color struct{ R, G, B uint8 }

// Palette maps a height to a colour.
type Palette struct {
	steps [256]Color
}

func (p *Palette) At(height uint8) Color { return p.steps[height] }

// Atlas is a generated map. The palette is built on first use, as some
// programs only ask for heights.
type Atlas struct {
	seed int

	mu      sync.Mutex
	palette *Palette
}

func Open(seed int) *Atlas {
	return &Atlas{seed: seed}
}

// Height returns the height of the terrain at a point.
func (a *Atlas) Height(x, y int) uint8 {
	h := uint32(x*73856093) ^ uint32(y*19349663) ^ uint32(a.seed*83492791)
	h ^= h >> 13
	return uint8(h * 2654435761 >> 24)
}

// Palette returns the colours of this atlas.
func (a *Atlas) Palette() *Palette {
	if a.palette == nil { // BUG: double-checked
		a.mu.Lock()
		defer a.mu.Unlock()
		if a.palette == nil {
			a.palette = buildPalette(a.seed) // BUG: double-checked
		}
	}
	return a.palette // BUG: double-checked
}

func buildPalette(seed int) *Palette {
	p := new(Palette)
	for i := range p.steps {
		switch {
		case i < 90:
			p.steps[i] = Color{B: uint8(120 + i)}
		case i < 180:
			p.steps[i] = Color{G: uint8(i), R: uint8(seed)}
		default:
			p.steps[i] = Color{uint8(i), uint8(i), uint8(i)}
		}
	}
	return p
}
