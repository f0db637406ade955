// Command hotel books rooms for guests.
package main

import (
	"fmt"
	"sync"
)

type hotel struct {
	mu    sync.Mutex
	rooms map[int]string
}

func (h *hotel) isFree(room int) bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.rooms[room] == ""
}

func (h *hotel) assign(room int, guest string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.rooms[room] = guest // BUG?
}

func (h *hotel) book(room int, guest string) bool {
	if !h.isFree(room) {
		return false
	}
	h.assign(room, guest) // BUG?
	return true
}

func main() {
	h := &hotel{rooms: make(map[int]string)}
	var wg sync.WaitGroup
	for _, guest := range []string{"Ann", "Bob", "Cid"} {
		wg.Go(func() {
			if h.book(101, guest) {
				fmt.Println(guest, "has room 101")
			}
		})
	}
	wg.Wait()
}
