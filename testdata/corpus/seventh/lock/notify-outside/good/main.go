// Command thermostats changes temperatures and lets rules react.
package main

import (
	"fmt"
	"os"
	"sync"
)

type rule struct {
	id   int
	fire func(h *house, room string, temp int)
}

type house struct {
	mu    sync.Mutex
	temps map[string]int
	rules []rule
	next  int
	fired int
}

func newHouse(rooms ...string) *house {
	h := &house{temps: make(map[string]int)}
	for _, r := range rooms {
		h.temps[r] = 18
	}
	return h
}

// addRule returns a function that removes the rule again.
func (h *house) addRule(f func(*house, string, int)) (remove func()) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.next++
	id := h.next
	h.rules = append(h.rules, rule{id, f})
	return func() {
		h.mu.Lock()
		defer h.mu.Unlock()
		kept := make([]rule, 0, len(h.rules))
		for _, r := range h.rules {
			if r.id != id {
				kept = append(kept, r)
			}
		}
		h.rules = kept
	}
}

func (h *house) set(room string, temp int) {
	var calls []func()
	h.mu.Lock()
	if h.temps[room] != temp {
		h.temps[room] = temp
		for _, r := range h.rules {
			h.fired++
			calls = append(calls, func() { r.fire(h, room, temp) })
		}
	}
	h.mu.Unlock()
	for _, c := range calls {
		c()
	}
}

func (h *house) get(room string) int {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.temps[room]
}

func main() {
	h := newHouse("kitchen", "hall", "attic")
	// not hotter than 25 degrees anywhere
	h.addRule(func(h *house, room string, temp int) {
		if temp > 25 {
			h.set(room, 25)
		}
	})
	// the hall follows the kitchen one single time
	var once sync.Once
	var remove func()
	remove = h.addRule(func(h *house, room string, temp int) {
		if room == "kitchen" {
			once.Do(func() {
				remove()
				h.set("hall", h.get("kitchen"))
			})
		}
	})
	var wg sync.WaitGroup
	for _, room := range []string{"kitchen", "attic"} {
		wg.Go(func() {
			for t := 19; t < 40; t += 4 {
				h.set(room, t)
			}
		})
	}
	wg.Wait()
	for room := range h.temps {
		fmt.Println(len(room) > 0, h.get(room) > 18)
	}
	if h.get("attic") != 25 || h.get("hall") == 18 {
		fmt.Println("rules did not work:", h.temps)
		os.Exit(1)
	}
	fmt.Println("rules fired:", h.fired > 0)
}
