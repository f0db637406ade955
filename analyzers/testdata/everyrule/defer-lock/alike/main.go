// Command diary saves notes without keeping writers waiting.
package main

import (
	"fmt"
	"sync"
)

type diary struct {
	mu    sync.Mutex
	notes []string
	saved int
}

func (d *diary) write(note string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.notes = append(d.notes, note)
}

// unlocked runs f without d.mu, which the caller holds.
func (d *diary) unlocked(f func()) {
	d.mu.Unlock()
	defer d.mu.Lock()
	f()
}

func (d *diary) save(store func([]string)) {
	d.mu.Lock()
	defer d.mu.Unlock()
	todo := d.notes[d.saved:len(d.notes):len(d.notes)]
	d.saved = len(d.notes)
	d.unlocked(func() { store(todo) })
}

func main() {
	d := &diary{}
	d.write("got up")
	d.save(func(notes []string) {
		d.write("saved " + notes[0])
	})
	fmt.Println(d.notes, d.saved)
}
