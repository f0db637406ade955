// Package warehouse keeps the shelves of a warehouse in one goroutine.
package warehouse

import "maps"

type op int

const (
	opPut op = iota
	opTake
	opList
	opClear
)

type request struct {
	op    op
	item  string
	n     int
	reply chan response
}

type response struct {
	n     int
	items map[string]int
	err   error
}

type shelf struct {
	items map[string]int
	moves int
}

func (s *shelf) handle(r request) response {
	s.moves++
	switch r.op {
	case opPut:
		s.items[r.item] += r.n
		return response{n: s.items[r.item]}
	case opTake:
		if s.items[r.item] < r.n {
			return response{n: s.items[r.item], err: ErrShort}
		}
		s.items[r.item] -= r.n
		if s.items[r.item] == 0 {
			delete(s.items, r.item)
		}
		return response{n: s.items[r.item]}
	case opList:
		return response{n: len(s.items), items: maps.Clone(s.items)}
	case opClear:
		n := len(s.items)
		clear(s.items)
		return response{n: n}
	}
	return response{err: ErrOp}
}

func (w *Warehouse) loop() {
	defer close(w.done)
	s := &shelf{items: make(map[string]int)}
	for r := range w.reqs {
		r.reply <- s.handle(r) // BUG: nil-channel
	}
}
