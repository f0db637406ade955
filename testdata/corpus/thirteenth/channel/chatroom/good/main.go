package main

import (
	"fmt"
	"sync"
)

type member struct {
	name  string
	inbox chan string
}

type room struct {
	members map[string]*member
	readers sync.WaitGroup
}

func (r *room) join(name string) {
	m := &member{name: name, inbox: make(chan string, 4)}
	r.members[name] = m
	r.readers.Go(func() {
		for line := range m.inbox {
			fmt.Printf("[%s] %s\n", m.name, line)
		}
	})
}

func (r *room) leave(name string) {
	m, ok := r.members[name]
	if !ok {
		return
	}
	delete(r.members, name)
	close(m.inbox)
}

func (r *room) broadcast(from, text string) {
	for name, m := range r.members {
		if name != from {
			m.inbox <- from + ": " + text
		}
	}
}

func main() {
	r := &room{members: make(map[string]*member)}
	r.join("pia")
	r.join("rolf")
	r.join("sam")
	r.broadcast("pia", "hi all")
	r.leave("rolf")
	r.broadcast("sam", "anyone here?")
	r.leave("pia")
	r.leave("sam")
	r.readers.Wait()
}
