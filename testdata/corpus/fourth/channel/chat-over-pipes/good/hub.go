package main

import "fmt"

type line struct {
	from *client
	text string
}

// hub owns the set of clients. All its work is done by run.
type hub struct {
	join  chan *client
	leave chan *client
	lines chan line
	names chan chan<- []string
	quit  chan struct{}
}

func newHub() *hub {
	return &hub{
		join:  make(chan *client),
		leave: make(chan *client),
		lines: make(chan line),
		names: make(chan chan<- []string),
		quit:  make(chan struct{}),
	}
}

func (h *hub) run() {
	clients := map[*client]bool{}
	drop := func(c *client) {
		if clients[c] {
			delete(clients, c)
			close(c.out)
		}
	}
	tell := func(except *client, text string) {
		for c := range clients {
			if c == except {
				continue
			}
			select {
			case c.out <- text:
			default: // too slow
				drop(c)
			}
		}
	}
	for {
		select {
		case c := <-h.join:
			tell(nil, c.name+" is here")
			clients[c] = true
		case c := <-h.leave:
			drop(c)
			tell(nil, c.name+" is gone")
		case l := <-h.lines:
			tell(l.from, fmt.Sprintf("%s: %s", l.from.name, l.text))
		case reply := <-h.names:
			var ns []string
			for c := range clients {
				ns = append(ns, c.name)
			}
			reply <- ns
		case <-h.quit:
			for c := range clients {
				drop(c)
			}
			return
		}
	}
}

// who lists the people.
func (h *hub) who() []string {
	reply := make(chan []string, 1)
	h.names <- reply
	return <-reply
}
