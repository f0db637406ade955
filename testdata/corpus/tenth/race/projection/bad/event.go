// Package projection builds account balances from a stream of events.
package projection

import "fmt"

// Event is something that happened to an account.
type Event struct {
	Seq     uint64
	Account string
	Kind    Kind
	Cents   int64
}

// Kind tells what happened.
type Kind uint8

// The kinds of events.
const (
	Deposited Kind = iota + 1
	Withdrawn
	Closed
)

func (k Kind) String() string {
	switch k {
	case Deposited:
		return "deposited"
	case Withdrawn:
		return "withdrawn"
	case Closed:
		return "closed"
	}
	return fmt.Sprintf("kind(%d)", uint8(k))
}

// Stream delivers events in order; its channel is closed at the end.
type Stream interface {
	Events(from uint64) <-chan Event
}
