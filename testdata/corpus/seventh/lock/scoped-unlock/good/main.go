package main

import (
	"fmt"
	"sync"
)

type diary struct {
	mu      sync.RWMutex
	entries []string
}

// write locks for writing and returns what ends it.
func (d *diary) write() func() {
	d.mu.Lock()
	return d.mu.Unlock
}

func (d *diary) read() (end func()) {
	d.mu.RLock()
	return func() { d.mu.RUnlock() }
}

func (d *diary) add(text string) int {
	defer d.write()()
	d.entries = append(d.entries, text)
	return len(d.entries)
}

func (d *diary) last() string {
	end := d.read()
	if len(d.entries) == 0 {
		end()
		return "(empty)"
	}
	s := d.entries[len(d.entries)-1]
	end()
	return s
}

func main() {
	var d diary
	fmt.Println(d.last())
	var wg sync.WaitGroup
	for i := range 5 {
		wg.Go(func() {
			d.add(fmt.Sprint("day ", i))
			_ = d.last()
		})
	}
	wg.Wait()
	fmt.Println(len(d.entries), "entries")
}
