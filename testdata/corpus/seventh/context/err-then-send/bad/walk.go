// Package grid walks over the cells of a field.
package grid

import "context"

// Cell is a place on the field.
type Cell struct{ X, Y int }

// Walk sends all cells of a w by h field until ctx ends.
func Walk(ctx context.Context, w, h int) <-chan Cell {
	out := make(chan Cell)
	go func() { // BUG: ctx-ignored, goroutine-leak
		defer close(out)
		for y := range h {
			for x := range w {
				if ctx.Err() != nil {
					return
				}
				out <- Cell{x, y} // BUG: ctx-ignored, goroutine-leak
			}
		}
	}()
	return out
}

// Find returns the first cell that matches.
func Find(ctx context.Context, w, h int, match func(Cell) bool) (Cell, bool) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	for c := range Walk(ctx, w, h) { // BUG: ctx-ignored, goroutine-leak
		if match(c) {
			return c, true // BUG: ctx-ignored, goroutine-leak
		}
	}
	return Cell{}, false
}
