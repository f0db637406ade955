package main

import (
	"errors"
	"fmt"
	"time"
)

// watcher looks at a directory until it is closed.
type watcher struct {
	events  chan string
	closing chan chan error
}

func watch(dir string) *watcher {
	w := &watcher{events: make(chan string), closing: make(chan chan error)}
	go w.loop(dir)
	return w
}

func (w *watcher) loop(dir string) {
	var pending []string
	var lastErr error
	tick := time.NewTicker(time.Millisecond)
	defer tick.Stop()
	for n := 0; ; {
		var out chan string
		var first string
		if len(pending) > 0 {
			out, first = w.events, pending[0]
		}
		select {
		case <-tick.C:
			n++
			if n%5 == 0 {
				lastErr = errors.New("stat failed")
				continue
			}
			if len(pending) < 10 {
				pending = append(pending, fmt.Sprintf("%s/file%d", dir, n))
			}
		case out <- first:
			pending = pending[1:]
		case errc := <-w.closing:
			errc <- lastErr
			close(w.events)
			return
		}
	}
}

func (w *watcher) close() error {
	errc := make(chan error)
	w.closing <- errc
	return <-errc
}

func main() {
	w := watch("/tmp")
	for range 8 {
		fmt.Println(len(<-w.events) > 0)
	}
	fmt.Println(w.close())
	_, open := <-w.events
	fmt.Println("open:", open)
}
