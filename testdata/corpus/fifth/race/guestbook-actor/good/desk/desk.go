// Package desk runs functions on the goroutine that owns the guest book.
package desk

import (
	"errors"
	"time"
)

// ErrClosed is returned after Close.
var ErrClosed = errors.New("desk: closed")

// Guest is one entry of the book.
type Guest struct {
	Name   string
	Nights int
	In     time.Time
}

type book struct {
	guests map[string]*Guest
	rooms  []string // free rooms, last one is given next
	log    []string
}

// Desk is safe for concurrent use, although its book has no lock.
type Desk struct {
	ops  chan func(*book)
	quit chan struct{}
	done chan struct{}
}

// Open starts the desk with some free rooms.
func Open(rooms ...string) *Desk {
	d := &Desk{
		ops:  make(chan func(*book)),
		quit: make(chan struct{}),
		done: make(chan struct{}),
	}
	b := &book{guests: make(map[string]*Guest), rooms: rooms}
	go d.serve(b)
	return d
}

func (d *Desk) serve(b *book) {
	defer close(d.done)
	for {
		select {
		case op := <-d.ops:
			op(b)
		case <-d.quit:
			return
		}
	}
}

// do runs f on the owner's goroutine and waits for its end.
func (d *Desk) do(f func(*book)) error {
	ran := make(chan struct{})
	op := func(b *book) {
		f(b)
		close(ran)
	}
	select {
	case d.ops <- op:
		<-ran
		return nil
	case <-d.done:
		return ErrClosed
	}
}

// CheckIn gives the guest a room.
func (d *Desk) CheckIn(name string, nights int) (room string, err error) {
	if e := d.do(func(b *book) {
		if len(b.rooms) == 0 {
			err = errors.New("desk: no room free")
			return
		}
		room = b.rooms[len(b.rooms)-1]
		b.rooms = b.rooms[:len(b.rooms)-1]
		b.guests[room] = &Guest{Name: name, Nights: nights, In: time.Now()}
		b.log = append(b.log, name+" in "+room)
	}); e != nil {
		return "", e
	}
	return room, err
}

// CheckOut frees the room; the guest's record goes to the caller.
func (d *Desk) CheckOut(room string) (g *Guest, err error) {
	err = d.do(func(b *book) {
		g = b.guests[room]
		if g == nil {
			return
		}
		delete(b.guests, room)
		b.rooms = append(b.rooms, room)
		b.log = append(b.log, g.Name+" out")
	})
	return g, err
}

// Log copies the log.
func (d *Desk) Log() (lines []string, err error) {
	err = d.do(func(b *book) { lines = append(lines, b.log...) })
	return lines, err
}

// Close ends the service. Call it once.
func (d *Desk) Close() {
	close(d.quit)
	<-d.done
}
