package hotel

import (
	"errors"
	"sync"
	"sync/atomic"
	"testing"
)

func TestAFreeRoomIsBooked(t *testing.T) {
	h := New(2)
	if err := h.Book(1, "Anna"); err != nil {
		t.Fatal(err)
	}
	if free := h.Free(); free != 1 {
		t.Errorf("of two rooms one was booked, and %d are free", free)
	}
}

func TestAfterARefusalTheHotelGoesOn(t *testing.T) {
	for _, c := range []struct {
		name string
		room int
		want error
	}{
		{"a room that is taken", 1, ErrTaken},
		{"a room that does not exist", 7, ErrNoSuchRoom},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := New(2)
			if err := h.Book(1, "Anna"); err != nil {
				t.Fatal(err)
			}
			if err := h.Book(c.room, "Ben"); !errors.Is(err, c.want) {
				t.Fatalf("Book(%d) = %v, want %v", c.room, err, c.want)
			}
			var err error
			free := 0
			verdict := ends(func() {
				err = h.Book(2, "Ben")
				free = h.Free()
			})
			if verdict != "" {
				t.Fatalf("a booking was refused, and the next one waits for ever. %s", verdict)
			}
			if err != nil || free != 0 {
				t.Errorf("then Book(2) = %v, and %d rooms are free; want none", err, free)
			}
		})
	}
}

// Ten clerks, five rooms: each room has one guest, and nobody is refused while a
// room that they asked for is free.
func TestManyClerks(t *testing.T) {
	h := New(5)
	var booked, refused atomic.Int32
	verdict := ends(func() {
		var clerks sync.WaitGroup
		for range 10 {
			clerks.Go(func() {
				for room := 1; room <= 5; room++ {
					switch err := h.Book(room, "somebody"); {
					case err == nil:
						booked.Add(1)
					case errors.Is(err, ErrTaken):
						refused.Add(1)
					default:
						t.Errorf("Book(%d) = %v: the room exists, and no other answer is possible", room, err)
					}
				}
			})
		}
		clerks.Wait()
	})
	if verdict != "" {
		t.Fatalf("ten clerks book at once. %s", verdict)
	}
	if booked.Load() != 5 || refused.Load() != 45 {
		t.Errorf("5 rooms, 50 requests: %d were booked and %d refused", booked.Load(), refused.Load())
	}
}

// While another clerk is at work, a clerk waits; that is no reason to refuse.
func TestABusyClerkIsWaitedFor(t *testing.T) {
	h := New(1)
	h.mu.Lock()
	answer := make(chan error, 1)
	before := goroutines()
	done := make(chan struct{})
	go func() {
		defer close(done)
		answer <- h.Book(1, "Anna")
	}()
	untilDone(done, before) // it waits for the lock, or has given up
	h.mu.Unlock()
	if err := <-answer; err != nil {
		t.Errorf("the only room is free, another clerk was looking at the list, and Book said: %v", err)
	}
}
