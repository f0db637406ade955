package main

import (
	"fmt"
	"sync"
	"time"
)

type writer struct {
	mu      sync.Mutex
	idle    *sync.Cond
	buf     []string
	writing bool
	disk    []string
}

func newWriter() *writer {
	w := &writer{}
	w.idle = sync.NewCond(&w.mu)
	return w
}

func (w *writer) Append(line string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.buf = append(w.buf, line)
	if len(w.buf) >= 3 && !w.writing {
		w.flushLocked()
	}
}

// flushLocked writes the buffer. It is called with w.mu held and gives it
// up while it writes.
func (w *writer) flushLocked() {
	for len(w.buf) > 0 {
		batch := w.buf
		w.buf = nil
		w.writing = true
		w.mu.Unlock()

		time.Sleep(time.Millisecond)

		w.mu.Lock()
		w.disk = append(w.disk, batch...)
		w.writing = false
	}
	w.idle.Broadcast()
}

func (w *writer) Close() int {
	w.mu.Lock()
	defer w.mu.Unlock()
	for w.writing {
		w.idle.Wait()
	}
	w.flushLocked()
	return len(w.disk)
}

func main() {
	w := newWriter()
	var wg sync.WaitGroup
	for i := range 10 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			w.Append(fmt.Sprint("line ", i))
		}()
	}
	wg.Wait()
	fmt.Println(w.Close())
}
