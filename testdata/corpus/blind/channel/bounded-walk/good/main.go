package main

import (
	"fmt"
	"sync"
)

type dir struct {
	name string
	size int
	subs []*dir
}

func mk(depth, width int) *dir {
	d := &dir{name: fmt.Sprint("d", depth), size: depth}
	if depth > 0 {
		for range width {
			d.subs = append(d.subs, mk(depth-1, width))
		}
	}
	return d
}

type walker struct {
	slots chan struct{}
	mu    sync.Mutex
	total int
}

func (w *walker) walk(d *dir, wg *sync.WaitGroup) {
	w.mu.Lock()
	w.total += d.size
	w.mu.Unlock()
	for _, s := range d.subs {
		select {
		case w.slots <- struct{}{}:
			wg.Add(1)
			go func() {
				defer func() {
					<-w.slots
					wg.Done()
				}()
				w.walk(s, wg)
			}()
		default:
			w.walk(s, wg)
		}
	}
}

func main() {
	w := &walker{slots: make(chan struct{}, 3)}
	var wg sync.WaitGroup
	w.walk(mk(4, 3), &wg)
	wg.Wait()
	fmt.Println(w.total)
}
