// Package watch reports changes below a directory by polling.
package watch

import (
	"context"
	"io/fs"
	"time"
)

//go:generate stringer -type=Op
type Op int

const (
	Present Op = iota // seen by the first scan
	Created
	Changed
	Removed
)

type Event struct {
	Op   Op
	Path string
}

// Watcher polls a file system. The zero value polls once a second.
type Watcher struct {
	FS       fs.FS
	Interval time.Duration
	Skip     func(path string) bool
}

type state map[string]time.Time

func (w *Watcher) scan() state {
	st := state{}
	fs.WalkDir(w.FS, ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || (w.Skip != nil && w.Skip(p)) {
			return nil
		}
		if info, err := d.Info(); err == nil {
			st[p] = info.ModTime()
		}
		return nil
	})
	return st
}

func diff(prev, next state) []Event {
	var evs []Event
	for p, mod := range next {
		old, ok := prev[p]
		switch {
		case !ok:
			evs = append(evs, Event{Created, p})
		case !mod.Equal(old):
			evs = append(evs, Event{Changed, p})
		}
	}
	for p := range prev {
		if _, ok := next[p]; !ok {
			evs = append(evs, Event{Removed, p})
		}
	}
	return evs
}

// Events starts watching. The channel is closed after ctx has ended.
func (w *Watcher) Events(ctx context.Context) <-chan Event {
	interval := w.Interval
	if interval <= 0 {
		interval = time.Second
	}
	out := make(chan Event)
	go func() { // BUG: ctx-ignored
		defer close(out)
		cur := w.scan()
		for p := range cur {
			out <- Event{Present, p} // BUG: ctx-ignored
		}
		tick := time.NewTicker(interval)
		defer tick.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-tick.C:
			}
			next := w.scan()
			for _, ev := range diff(cur, next) {
				select {
				case out <- ev:
				case <-ctx.Done():
					return
				}
			}
			cur = next
		}
	}()
	return out
}

// First waits for the first event on path.
func (w *Watcher) First(ctx context.Context, path string) (Event, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	for ev := range w.Events(ctx) {
		if ev.Path == path {
			return ev, nil
		}
	}
	return Event{}, ctx.Err()
}
