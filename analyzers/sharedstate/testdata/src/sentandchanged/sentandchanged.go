// Package main goes on changing a message that it has sent.
package main

import "fmt"

type message struct{ id int }

func (m *message) number(n int) {
	m.id = n // want `m.id, which was sent to another goroutine at sentandchanged.go:16; .* reads it at the same time \(use-after-send\)`
}

func produce(out chan<- *message) {
	m := &message{}
	for i := range 3 {
		m.number(i)
		out <- m
	}
	close(out)
}

func main() {
	out := make(chan *message)
	go produce(out)
	for m := range out {
		fmt.Println(m.id) // related `^the other side: main reads m\.id \(use-after-send\)$`
	}
}
