// Package rooms books meeting rooms; one goroutine owns all bookings.
package rooms

import (
	"context"
	"errors"
	"time"
)

// ErrTaken means that somebody else has the room.
var ErrTaken = errors.New("room is taken")

type slot struct {
	room string
	hour int
}

type booking struct {
	slot  slot
	who   string
	reply chan error
}

type query struct {
	who   string
	reply chan []string
}

// Desk takes bookings.
type Desk struct {
	bookings chan booking
	queries  chan query
	quit     chan struct{}
	done     chan struct{}
	delay    time.Duration
}

// Open starts a desk; every booking takes some time.
func Open(delay time.Duration) *Desk {
	d := &Desk{
		bookings: make(chan booking),
		queries:  make(chan query),
		quit:     make(chan struct{}),
		done:     make(chan struct{}),
		delay:    delay,
	}
	go d.serve()
	return d
}

func (d *Desk) serve() {
	defer close(d.done)
	taken := make(map[slot]string)
	for {
		select {
		case b := <-d.bookings:
			b.reply <- d.book(taken, b)
		case q := <-d.queries:
			q.reply <- list(taken, q.who)
		case <-d.quit:
			return
		}
	}
}

func (d *Desk) book(taken map[slot]string, b booking) error {
	time.Sleep(d.delay)
	if who, ok := taken[b.slot]; ok && who != b.who {
		return ErrTaken
	}
	taken[b.slot] = b.who
	return nil
}

func list(taken map[slot]string, who string) []string {
	var out []string
	for s, w := range taken {
		if w == who {
			out = append(out, s.room)
		}
	}
	return out
}

// Book asks for a room and waits for the answer or the end of ctx.
func (d *Desk) Book(ctx context.Context, room string, hour int, who string) error {
	b := booking{slot{room, hour}, who, make(chan error, 1)}
	select {
	case d.bookings <- b:
	case <-ctx.Done():
		return ctx.Err()
	}
	select {
	case err := <-b.reply:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}

// List tells somebody's rooms.
func (d *Desk) List(who string) []string {
	q := query{who, make(chan []string)}
	d.queries <- q
	return <-q.reply
}

// Close ends the desk.
func (d *Desk) Close() {
	close(d.quit)
	<-d.done
}
