package main

import "sync"

// Window is a window with a side bar and a main area.
type Window struct {
	Width   int
	Compact bool

	side func() int
	body func() int
}

// New makes a window; its parts are measured when first asked for.
func New(width int, compact bool) *Window {
	w := &Window{Width: width, Compact: compact}
	w.side = sync.OnceValue(w.measureSide)
	w.body = sync.OnceValue(w.measureBody)
	return w
}

func (w *Window) measureSide() int {
	if w.Compact {
		return 0
	}
	return max(120, w.Width/5)
}

func (w *Window) measureBody() int {
	return w.Width - w.side()
}

// Columns tells how many columns of text fit.
func (w *Window) Columns(char int) int {
	if char <= 0 {
		return 0
	}
	return w.body() / char
}
