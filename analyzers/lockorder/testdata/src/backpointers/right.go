package backpointers

import "sync"

// What follows is right.

// A Node locks itself, then its children, all the way down.
type Node struct {
	mu       sync.Mutex
	children []*Node
	parent   *Node
	size     int
}

func (n *Node) Sum() int {
	n.mu.Lock()
	defer n.mu.Unlock()
	sum := n.size
	for _, c := range n.children {
		sum += c.Sum()
	}
	return sum
}

// A Shop lets go of its lock before it calls what leads back to it.
type Shop struct {
	mu     sync.Mutex
	orders map[int]*Order
}

type Order struct {
	id   int
	shop *Shop
}

func (s *Shop) CancelAll() {
	s.mu.Lock()
	var list []*Order
	for _, o := range s.orders {
		list = append(list, o)
	}
	s.mu.Unlock()
	for _, o := range list {
		o.Cancel()
	}
}

func (o *Order) Cancel() { o.shop.drop(o.id) }

func (s *Shop) drop(id int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.orders, id)
}

// A Hall tells the seat whether it has the lock already.
type Hall struct {
	mu    sync.Mutex
	seats []*Seat
	free  int
}

type Seat struct {
	hall  *Hall
	taken bool
}

func (h *Hall) Clear() {
	h.mu.Lock()
	defer h.mu.Unlock()
	for _, s := range h.seats {
		s.leave(true)
	}
}

func (s *Seat) Leave() { s.leave(false) }

func (s *Seat) leave(locked bool) {
	if !locked {
		s.hall.mu.Lock()
		defer s.hall.mu.Unlock()
	}
	s.taken = false
	s.hall.free++
}

// Of the machines that Check is given each has a log of its own.
type Log struct {
	sync.Mutex
	lines []string
}

type Machine struct{ log *Log }

func Check(machines []*Machine) bool {
	first := machines[0]
	first.log.Lock()
	defer first.log.Unlock()
	for _, m := range machines[1:] {
		m.log.Lock()
		if len(m.log.lines) != len(first.log.lines) {
			m.log.Unlock()
			return false
		}
		m.log.Unlock()
	}
	return true
}

// A Team cuts the way back before it calls its members.
type Team struct {
	mu      sync.Mutex
	members []*Member
}

type Member struct{ team *Team }

func (t *Team) Dissolve() {
	t.mu.Lock()
	defer t.mu.Unlock()
	for _, m := range t.members {
		m.team = nil
		m.quit()
	}
}

func (m *Member) quit() {
	if m.team != nil {
		m.team.mu.Lock()
		m.team.members = nil
		m.team.mu.Unlock()
	}
}
