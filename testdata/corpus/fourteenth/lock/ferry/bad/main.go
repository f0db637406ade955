package main

import (
	"fmt"
	"sync"
	"time"
)

type dock struct {
	mu     sync.Mutex
	change *sync.Cond
	cars   []string
	closed bool
}

func newDock() *dock {
	d := new(dock)
	d.change = sync.NewCond(&d.mu)
	return d
}

func (d *dock) arrive(plate string) {
	d.mu.Lock()
	d.cars = append(d.cars, plate)
	d.mu.Unlock()
	d.change.Broadcast()
}

func (d *dock) shut() {
	d.mu.Lock()
	d.closed = true
	d.mu.Unlock()
	d.change.Broadcast()
}

func (d *dock) board() (string, bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if len(d.cars) == 0 && !d.closed { // BUG: cond-no-loop
		d.change.Wait() // BUG: cond-no-loop
	}
	if d.closed && len(d.cars) == 0 {
		return "", false
	}
	head := d.cars[0] // BUG: cond-no-loop
	d.cars = d.cars[1:]
	return head, true
}

type boat struct {
	name   string
	loaded []string
}

func (b *boat) sail(d *dock) {
	for {
		plate, ok := d.board()
		if !ok {
			return
		}
		b.loaded = append(b.loaded, plate)
	}
}

func main() {
	d := newDock()
	fleet := []*boat{{name: "Merel"}, {name: "Spreeuw"}, {name: "Valk"}}
	var wg sync.WaitGroup
	for _, b := range fleet {
		wg.Go(func() { b.sail(d) })
	}
	for i := range 12 {
		time.Sleep(time.Millisecond)
		d.arrive(fmt.Sprintf("XK-%03d", i))
	}
	d.shut()
	wg.Wait()
	total := 0
	for _, b := range fleet {
		total += len(b.loaded)
	}
	fmt.Println(total, "cars crossed")
}
