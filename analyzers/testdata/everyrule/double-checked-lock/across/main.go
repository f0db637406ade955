// Command serve loads its settings when they are needed first.
package main

import (
	"fmt"
	"sync"
)

type settings struct{ port int }

type loader struct {
	mu  sync.Mutex
	cur *settings
}

func (l *loader) loaded() bool {
	return l.cur != nil // BUG unlocked-field
}

func (l *loader) load() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.cur == nil {
		l.cur = &settings{port: 8080}
	}
}

func (l *loader) get() *settings {
	if !l.loaded() { // BUG?
		l.load()
	}
	return l.cur // BUG?
}

func main() {
	l := &loader{}
	var wg sync.WaitGroup
	for i := range 4 {
		wg.Go(func() { fmt.Println(i, l.get().port) })
	}
	wg.Wait()
}
