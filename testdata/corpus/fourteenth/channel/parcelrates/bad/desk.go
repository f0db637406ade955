package parcelrates

import "fmt"

type reply struct {
	cents int
	err   error
}

type request struct {
	zone  string
	kilos int
	out   chan<- reply
}

// Desk quotes prices; one clerk owns the table.
type Desk struct {
	in     chan request
	misses chan int
}

// Open starts the clerk.
func Open(perKilo map[string]int) *Desk {
	d := &Desk{in: make(chan request), misses: make(chan int, 1)}
	go d.clerk(perKilo)
	return d
}

func (d *Desk) clerk(perKilo map[string]int) {
	missed := 0
	for req := range d.in {
		rate, ok := perKilo[req.zone]
		if !ok {
			missed++
			continue // BUG: recv-no-sender
		}
		if req.kilos <= 0 {
			req.out <- reply{err: fmt.Errorf("bad weight %d", req.kilos)}
			continue
		}
		req.out <- reply{cents: 250 + rate*req.kilos}
	}
	d.misses <- missed
}

// Quote asks for the price of one parcel.
func (d *Desk) Quote(zone string, kilos int) (int, error) {
	out := make(chan reply, 1)
	d.in <- request{zone, kilos, out}
	r := <-out // BUG: recv-no-sender
	return r.cents, r.err
}

// Close sends the clerk home and returns the number of unknown zones.
func (d *Desk) Close() int {
	close(d.in)
	return <-d.misses
}
