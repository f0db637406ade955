package main

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

type member struct {
	nick  string
	inbox chan string
}

type room struct {
	mu      sync.Mutex
	members []*member
	closed  chan struct{}
}

func newRoom() *room {
	return &room{closed: make(chan struct{})}
}

func (r *room) join(nick string) *member {
	m := &member{nick: nick, inbox: make(chan string)}
	r.mu.Lock()
	r.members = append(r.members, m)
	r.mu.Unlock()
	return m
}

// say passes a line on to everybody except the one who said it.
func (r *room) say(from *member, text string) {
	line := from.nick + ": " + text
	r.mu.Lock()
	members := slices.Clone(r.members)
	r.mu.Unlock()
	for _, m := range members {
		if m == from {
			continue
		}
		select {
		case m.inbox <- line:
		case <-r.closed:
			return
		}
	}
}

func (r *room) listen(m *member, handle func(line string)) {
	for {
		select {
		case line := <-m.inbox:
			handle(line)
		case <-r.closed:
			return
		}
	}
}

func main() {
	r := newRoom()
	var listeners, talkers sync.WaitGroup

	clock := r.join("clock")
	listeners.Add(1)
	go func() {
		defer listeners.Done()
		r.listen(clock, func(line string) {
			if _, cmd, _ := strings.Cut(line, ": "); cmd == "!time" {
				r.say(clock, time.Now().Format(time.Kitchen))
			}
		})
	}()

	var received atomic.Int64
	for _, nick := range []string{"tessa", "omar", "liv"} {
		m := r.join(nick)
		listeners.Add(1)
		talkers.Add(1)
		go func() {
			defer listeners.Done()
			r.listen(m, func(string) { received.Add(1) })
		}()
		go func() {
			defer talkers.Done()
			for i := range 30 {
				text := fmt.Sprintf("message number %d", i)
				if i%4 == 0 {
					text = "!time"
				}
				r.say(m, text)
			}
		}()
	}

	talkers.Wait()
	close(r.closed)
	listeners.Wait()
	fmt.Println("lines delivered:", received.Load() >= 180)
}
