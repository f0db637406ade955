// Command serve loads its settings when they are needed first.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type settings struct{ port int }

type loader struct {
	mu    sync.Mutex
	cur   atomic.Pointer[settings]
	loads int
}

func (l *loader) get() *settings {
	if s := l.cur.Load(); s != nil {
		return s
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if s := l.cur.Load(); s != nil {
		return s
	}
	l.loads++
	s := &settings{}
	s.port = 8080
	l.cur.Store(s)
	return s
}

func main() {
	l := &loader{}
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() { fmt.Println(l.get().port) })
	}
	wg.Wait()
	fmt.Println(l.loads, "load")
}
