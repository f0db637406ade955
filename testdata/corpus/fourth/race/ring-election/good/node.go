package main

import (
	"math/rand/v2"
	"sync"
	"time"
)

// Node takes part in an election on a ring: everybody passes on the largest
// number seen; the one whose own number comes back is the leader.
type Node struct {
	id    int
	next  peer // set before run
	inbox chan message

	mu       sync.Mutex
	leader   int // 0 = unknown
	received int
}

func NewNode(id, size int) *Node {
	// there are never more than two messages per node on the ring
	return &Node{id: id, inbox: make(chan message, 2*size)}
}

func (n *Node) Deliver(m message) { n.inbox <- m }

func (n *Node) ID() int { return n.id }

// Leader returns the leader's id as far as this node knows.
func (n *Node) Leader() int {
	n.mu.Lock()
	defer n.mu.Unlock()
	return n.leader
}

// Received counts the messages so far.
func (n *Node) Received() int {
	n.mu.Lock()
	defer n.mu.Unlock()
	return n.received
}

// run returns when the leader is known.
func (n *Node) run() {
	n.next.Deliver(message{candidate, n.id})
	for m := range n.inbox {
		time.Sleep(rand.N(time.Millisecond)) // a slow network
		out, finished := n.handle(m)
		if out != nil {
			n.next.Deliver(*out)
		}
		if finished {
			return
		}
	}
}

// handle returns what is to be sent on, if anything.
func (n *Node) handle(m message) (out *message, finished bool) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.received++
	switch m.kind {
	case candidate:
		switch {
		case m.id > n.id:
			out = &m
		case m.id == n.id:
			n.leader = n.id
			out = &message{elected, n.id}
		}
	case elected:
		if m.id == n.id {
			return nil, true
		}
		n.leader = m.id
		return &m, true
	}
	return out, false
}
