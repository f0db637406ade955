// Package depot hands parcels to drivers. An address where nobody was at
// home is tried again later.
package depot

import (
	"errors"
	"sync"
	"sync/atomic"
)

// What may go wrong at a door.
var (
	ErrNobody = errors.New("nobody at home")
	ErrLost   = errors.New("address unknown")
)

// Parcel is one parcel.
type Parcel struct {
	ID    int
	To    string
	Tries int
}

// Street knows who opens the door.
type Street interface {
	Ring(p Parcel) error
}

// Depot has drivers who work until Finish.
type Depot struct {
	st       Street
	queue    chan Parcel
	drivers  sync.WaitGroup
	open     sync.WaitGroup
	maxTries int

	delivered atomic.Int64
	returned  atomic.Int64
}

// New makes a depot with room for some parcels; no more may ever be in it.
func New(st Street, drivers, room int) *Depot {
	d := &Depot{st: st, queue: make(chan Parcel, room), maxTries: 3}
	for range drivers {
		d.drivers.Add(1)
		go d.drive()
	}
	return d
}

func (d *Depot) drive() {
	defer d.drivers.Done()
	for p := range d.queue {
		d.deliver(p)
	}
}

func (d *Depot) deliver(p Parcel) {
	p.Tries++
	err := d.st.Ring(p)
	switch {
	case err == nil:
		d.delivered.Add(1)
	case errors.Is(err, ErrNobody) && p.Tries < d.maxTries:
		d.queue <- p
		return
	default:
		d.returned.Add(1)
	}
	d.open.Done()
}

// Waiting is the number of parcels that lie in the depot.
func (d *Depot) Waiting() int { return len(d.queue) }

// Accept takes a parcel.
func (d *Depot) Accept(p Parcel) {
	d.open.Add(1)
	d.queue <- p
}

// Finish lets the drivers carry what is left.
func (d *Depot) Finish() (delivered, returned int64) {
	d.open.Wait()
	close(d.queue)
	d.drivers.Wait()
	return d.delivered.Load(), d.returned.Load()
}
