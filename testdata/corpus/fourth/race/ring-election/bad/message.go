package main

import "fmt"

type kind int

const (
	candidate kind = iota
	elected
)

type message struct {
	kind kind
	id   int
}

func (m message) String() string {
	if m.kind == elected {
		return fmt.Sprintf("elected(%d)", m.id)
	}
	return fmt.Sprintf("candidate(%d)", m.id)
}

// peer is somebody a node can send to
type peer interface {
	Deliver(message)
}
