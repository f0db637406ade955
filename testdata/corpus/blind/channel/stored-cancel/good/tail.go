// Package tail follows a growing list of lines.
package tail

import (
	"context"
	"iter"
	"sync"
)

// File is something that grows.
type File struct {
	mu    sync.Mutex
	lines []string
	grown chan struct{} // closed and replaced with each new line
}

func NewFile() *File { return &File{grown: make(chan struct{})} }

// Append adds a line.
func (f *File) Append(l string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.lines = append(f.lines, l)
	close(f.grown)
	f.grown = make(chan struct{})
}

func (f *File) from(n int) ([]string, <-chan struct{}) {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.lines[n:len(f.lines):len(f.lines)], f.grown
}

// Tail follows one file.
type Tail struct {
	cancel context.CancelFunc
	lines  chan string
	done   chan struct{}
}

// Follow starts to follow f.
func Follow(ctx context.Context, f *File) *Tail {
	ctx, cancel := context.WithCancel(ctx)
	t := &Tail{cancel: cancel, lines: make(chan string), done: make(chan struct{})}
	go t.loop(ctx, f)
	return t
}

func (t *Tail) loop(ctx context.Context, f *File) {
	defer close(t.done)
	defer close(t.lines)
	for n := 0; ; {
		fresh, grown := f.from(n)
		for _, l := range fresh {
			select {
			case t.lines <- l:
				n++
			case <-ctx.Done():
				return
			}
		}
		if len(fresh) > 0 {
			continue
		}
		select {
		case <-grown:
		case <-ctx.Done():
			return
		}
	}
}

// Lines yields lines until Close.
func (t *Tail) Lines() iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		i := 0
		for l := range t.lines {
			if !yield(i, l) {
				return
			}
			i++
		}
	}
}

// Close stops following.
func (t *Tail) Close() {
	t.cancel()
	<-t.done
}
