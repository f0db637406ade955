// Command diary writes and reads the notes of a day.
package main

import (
	"fmt"
	"sync"
)

type diary struct {
	mu    sync.Mutex
	notes []string
}

func (d *diary) open()  { d.mu.Lock() }
func (d *diary) close() { d.mu.Unlock() }

func (d *diary) write(note string) {
	d.open()
	defer d.close()
	d.notes = append(d.notes, note)
}

func (d *diary) count() int {
	d.open()
	defer d.open()      // BUG
	return len(d.notes) // BUG? relock
}

func main() {
	d := &diary{}
	d.write("got up")
	d.write("had breakfast")
	fmt.Println(d.count(), "notes")
}
