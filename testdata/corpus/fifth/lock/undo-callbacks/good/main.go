package main

import (
	"fmt"
	"sync"
)

type Change struct {
	What string
	undo func()
}

// Log remembers changes; listeners may call back into it.
type Log struct {
	mu        sync.Mutex
	changes   []Change
	listeners []func(string)
}

func (l *Log) Listen(f func(string)) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.listeners = append(l.listeners, f)
}

// notify is called with l.mu held and returns with it held,
// but releases it while listeners run.
func (l *Log) notify(msg string) {
	for i := 0; i < len(l.listeners); i++ {
		f := l.listeners[i]
		l.mu.Unlock()
		f(msg)
		l.mu.Lock()
	}
}

func (l *Log) Do(what string, do, undo func()) {
	l.mu.Lock()
	defer l.mu.Unlock()
	do()
	l.changes = append(l.changes, Change{what, undo})
	l.notify("did " + what)
}

func (l *Log) Undo() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	n := len(l.changes)
	if n == 0 {
		return false
	}
	c := l.changes[n-1]
	l.changes = l.changes[:n-1]
	c.undo()
	l.notify("undid " + c.What)
	return true
}

func (l *Log) Len() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return len(l.changes)
}

func main() {
	l := new(Log)
	most := 0
	var mostMu sync.Mutex
	l.Listen(func(string) {
		n := l.Len()
		mostMu.Lock()
		defer mostMu.Unlock()
		most = max(most, n)
	})
	x := 0
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() {
			for range 10 {
				l.Do("add", func() { x++ }, func() { x-- })
			}
		})
	}
	wg.Wait()
	for l.Undo() {
	}
	fmt.Println(x, l.Len(), most > 0)
}
