// Command hotel books rooms for many guests at once.
package main

import (
	"errors"
	"fmt"
	"os"
	"sync"
)

var errFull = errors.New("all nights taken")

type room struct {
	number int // never changes

	mu     sync.Mutex
	nights map[int]string
	income int
}

func (r *room) book(guest string, from, to, price int) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	for n := from; n < to; n++ {
		if _, taken := r.nights[n]; taken {
			return fmt.Errorf("room %d: %w", r.number, errFull)
		}
	}
	for n := from; n < to; n++ {
		r.nights[n] = guest
		r.income += price
	}
	return nil
}

func (r *room) earned() int {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.income
}

type hotel struct {
	mu    sync.RWMutex
	rooms map[int]*room
}

// room returns a room and builds it when it is asked for the first time.
func (h *hotel) room(n int) *room {
	h.mu.RLock()
	r := h.rooms[n]
	h.mu.RUnlock()
	if r != nil {
		return r
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	if r := h.rooms[n]; r != nil {
		return r
	}
	r = &room{number: n, nights: make(map[int]string)}
	h.rooms[n] = r
	return r
}

// size is the number of rooms built so far.
func (h *hotel) size() int {
	h.mu.RLock()
	defer h.mu.RUnlock()
	return len(h.rooms)
}

func (h *hotel) income() int {
	h.mu.RLock()
	defer h.mu.RUnlock()
	sum := 0
	for _, r := range h.rooms {
		sum += r.earned()
	}
	return sum
}

func main() {
	h := &hotel{rooms: make(map[int]*room)}
	guests := []string{"ada", "bea", "cleo", "dora", "elsa", "fay"}
	booked := make([]int, len(guests))
	var wg sync.WaitGroup
	for g, name := range guests {
		wg.Go(func() {
			for n := range 5 {
				err := h.room(100+n).book(name, g/2, g/2+2, 80)
				switch {
				case err == nil:
					booked[g]++
				case !errors.Is(err, errFull):
					fmt.Println(err)
				}
				_ = h.income()
			}
		})
	}
	wg.Wait()
	sum := 0
	for _, n := range booked {
		sum += n
	}
	if h.income() != sum*2*80 {
		fmt.Println("the books are wrong")
		os.Exit(1)
	}
	fmt.Println("rooms used:", h.size())
}
