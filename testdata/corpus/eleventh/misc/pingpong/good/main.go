// Command pingpong draws an animation into two frames which travel between
// the painter and the screen.
package main

import (
	"fmt"
	"strings"
)

const (
	width  = 40
	frames = 25
)

type frame struct {
	number int
	cells  []byte
	dirty  bool
}

func newFrame() *frame {
	return &frame{cells: make([]byte, width)}
}

func (f *frame) wipe() {
	for i := range f.cells {
		f.cells[i] = '.'
	}
	f.dirty = false
}

func (f *frame) put(pos int, c byte) {
	f.cells[((pos%width)+width)%width] = c
	f.dirty = true
}

type painter struct {
	free  <-chan *frame
	ready chan<- *frame
	drawn int
}

func (p *painter) paint() {
	defer close(p.ready)
	for n := range frames {
		f := <-p.free
		f.wipe()
		f.number = n
		f.put(n*3, 'o')
		f.put(-n*2, '*')
		p.drawn++
		p.ready <- f
	}
}

type screen struct {
	shown []string
	skips int
}

func (s *screen) show(f *frame) {
	if !f.dirty {
		s.skips++
		return
	}
	s.shown = append(s.shown, fmt.Sprintf("%02d %s", f.number, f.cells))
	f.dirty = false
	f.number = -1
}

func main() {
	free := make(chan *frame, 2)
	ready := make(chan *frame)

	first, second := newFrame(), newFrame()
	free <- first
	free <- second

	p := &painter{free: free, ready: ready}
	go p.paint()

	s := new(screen)
	for f := range ready {
		s.show(f)
		free <- f
	}

	fmt.Println(strings.Join(s.shown[:5], "\n"))
	fmt.Printf("%d drawn, %d shown, %d skipped\n", p.drawn, len(s.shown), s.skips)
	fmt.Println("idle frames:", first.number, second.number)
}
