package main

import (
	"fmt"
	"io"
	"strings"
	"sync/atomic"

	"fifth/lock/jukebox-observer/bad/player"
)

// banner shows the title on the wall.
type banner struct {
	w io.Writer
}

func (b *banner) Playing(title string) {
	fmt.Fprintln(b.w, "♪", strings.ToUpper(title))
}

// counter counts songs for the licence fees.
type counter struct{ n atomic.Int64 }

func (c *counter) Playing(string) { c.n.Add(1) }

// wish waits for one song and goes home.
type wish struct {
	title string
	p     *player.Player
	met   chan struct{}
}

func newWish(p *player.Player, title string) *wish {
	w := &wish{title: title, p: p, met: make(chan struct{})}
	p.Observe(w)
	return w
}

func (w *wish) Playing(title string) {
	if title != w.title {
		return
	}
	w.p.Forget(w) // BUG: double-lock
	close(w.met)
}
