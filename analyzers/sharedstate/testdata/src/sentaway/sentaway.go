// Package main changes values after a send, and nobody is using them.
package main

import (
	"fmt"
	"slices"
	"sync"
)

type message struct {
	id   int
	text string
}

// copies sends values that lead nowhere.
func copies(out chan<- message) {
	m := message{}
	for i := range 3 {
		m.id = i
		out <- m
	}
	close(out)
}

// fresh makes a new message for each send.
func fresh(out chan<- *message) {
	for i := range 3 {
		m := &message{}
		m.id = i
		out <- m
	}
	close(out)
}

// answered waits until the receiver gives the buffer back.
func answered(out chan<- []byte, back <-chan struct{}) {
	buf := make([]byte, 1)
	for i := range 3 {
		buf[0] = byte(i)
		out <- buf
		<-back
	}
	close(out)
}

// cloned sends a copy of what it goes on changing.
func cloned(out chan<- []int) {
	var list []int
	for i := range 3 {
		list = append(list, i)
		out <- slices.Clone(list)
	}
	close(out)
}

// A tally takes care of its own locking.
type tally struct {
	mu sync.Mutex
	n  int
}

func (t *tally) add() int {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.n++
	return t.n
}

func main() {
	a := make(chan message)
	go copies(a)
	for m := range a {
		fmt.Println(m.id)
	}
	b := make(chan *message)
	go fresh(b)
	for m := range b {
		fmt.Println(m.id)
	}
	c, back := make(chan []byte), make(chan struct{})
	go answered(c, back)
	for buf := range c {
		fmt.Println(buf[0])
		back <- struct{}{}
	}
	d := make(chan []int)
	go cloned(d)
	for list := range d {
		fmt.Println(list)
	}
	e := make(chan *tally)
	done := make(chan struct{})
	go func() {
		defer close(done)
		t := <-e
		t.add()
	}()
	t := &tally{}
	e <- t
	fmt.Println(t.add() > 0)
	<-done
}
