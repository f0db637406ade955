package main

import (
	"fmt"
	"sync"
)

type Message struct {
	Room, Text string
}

type Room struct {
	mu      sync.Mutex
	history []Message
	out     chan Message
}

func NewRoom() *Room { return &Room{out: make(chan Message)} }

func (r *Room) Say(m Message) {
	r.mu.Lock()
	r.history = append(r.history, m)
	r.mu.Unlock()
	r.out <- m
}

func (r *Room) Count() int {
	r.mu.Lock()
	defer r.mu.Unlock()
	return len(r.history)
}

// Print shows every message together with the number of messages so far.
func (r *Room) Print(n int, done chan<- int) {
	shown := 0
	for range n {
		if r.Count() >= 0 {
			m := <-r.out
			shown += len(m.Text)
		}
	}
	done <- shown
}

func main() {
	r := NewRoom()
	done := make(chan int)
	texts := []string{"hello", "is anybody here", "yes", "bye"}
	go r.Print(len(texts), done)
	for _, t := range texts {
		r.Say(Message{"lobby", t})
	}
	fmt.Println(<-done)
}
