package main

import (
	"fmt"
	"sync"
)

type point struct{ x, y int }

type walk struct {
	done chan struct{}
	wg   sync.WaitGroup
}

func (w *walk) emit(out chan<- point, p point) bool {
	select {
	case out <- p:
		return true
	case <-w.done:
		return false
	}
}

func (w *walk) spiral() <-chan point {
	out := make(chan point)
	w.wg.Add(1)
	go func() {
		defer w.wg.Done()
		defer close(out)
		var p point
		dx, dy := 1, 0
		for n := 1; ; n++ {
			for range 2 {
				for range n {
					if !w.emit(out, p) {
						return
					}
					p.x += dx
					p.y += dy
				}
				dx, dy = -dy, dx
			}
		}
	}()
	return out
}

func (w *walk) filter(in <-chan point, keep func(point) bool) <-chan point {
	out := make(chan point)
	w.wg.Go(func() {
		defer close(out)
		for p := range in {
			if keep(p) && !w.emit(out, p) {
				return
			}
		}
	})
	return out
}

func (w *walk) stop() {
	close(w.done)
	w.wg.Wait()
}

func find(keep func(point) bool, n int) []point {
	w := &walk{done: make(chan struct{})}
	defer w.stop()
	var found []point
	for p := range w.filter(w.spiral(), keep) {
		found = append(found, p)
		if len(found) == n {
			break
		}
	}
	return found
}

func main() {
	fmt.Println(find(func(p point) bool { return p.x == p.y }, 4))
	fmt.Println(find(func(p point) bool { return p.x > 2 }, 2))
}
