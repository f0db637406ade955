package main

import (
	"fmt"
	"sync"
	"time"
)

// Hub sends alarms to pagers. A pager that does not keep up is cut off.
type Hub struct {
	mu     sync.Mutex
	pagers map[*Pager]bool
	closed bool
}

type Pager struct {
	name   string
	hub    *Hub
	alarms chan string
}

func NewHub() *Hub { return &Hub{pagers: make(map[*Pager]bool)} }

// Register returns a new pager, which is dead from the start if the hub has
// been closed.
func (h *Hub) Register(name string, backlog int) *Pager {
	p := &Pager{name: name, hub: h, alarms: make(chan string, backlog)}
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.closed {
		close(p.alarms)
		return p
	}
	h.pagers[p] = true
	return p
}

func (h *Hub) cutOff(p *Pager) {
	if !h.pagers[p] {
		return
	}
	delete(h.pagers, p)
	close(p.alarms)
}

// Alarm sends a text to all pagers and returns the names of those that were
// cut off.
func (h *Hub) Alarm(text string) (lost []string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for p := range h.pagers {
		select {
		case p.alarms <- text:
		default:
			h.cutOff(p)
			lost = append(lost, p.name)
		}
	}
	return lost
}

// Close cuts everybody off.
func (h *Hub) Close() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.closed = true
	for p := range h.pagers {
		h.cutOff(p)
	}
}

// Leave may be called by the owner of the pager at any time.
func (p *Pager) Leave() {
	p.hub.mu.Lock()
	defer p.hub.mu.Unlock()
	p.hub.cutOff(p)
}

func main() {
	h := NewHub()
	counts := make(map[string]int)
	var mu sync.Mutex
	var readers sync.WaitGroup
	for name, pause := range map[string]time.Duration{"fire": 0, "police": 0, "museum": 20 * time.Millisecond} {
		p := h.Register(name, 8)
		readers.Go(func() {
			defer p.Leave()
			n := 0
			for range p.alarms {
				n++
				time.Sleep(pause)
				if name == "police" && n == 5 {
					break
				}
			}
			mu.Lock()
			defer mu.Unlock()
			counts[name] = n
		})
	}

	var senders sync.WaitGroup
	var lost []string
	for s := range 2 {
		senders.Go(func() {
			for i := range 15 {
				names := h.Alarm(fmt.Sprintf("alarm %d-%d", s, i))
				mu.Lock()
				lost = append(lost, names...)
				mu.Unlock()
				time.Sleep(500 * time.Microsecond)
			}
		})
	}
	senders.Wait()
	h.Close()
	h.Close()
	readers.Wait()

	_, more := <-h.Register("late", 1).alarms
	fmt.Println("late pager is live:", more)
	fmt.Println("police read", counts["police"], "museum was cut off:", len(lost) > 0)
}
