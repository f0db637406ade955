// Package keptscratch learns whether a value went back to the pool.
package keptscratch

import "sync"

type scratch struct{ xs []int }

var pool = sync.Pool{New: func() any { return &scratch{xs: make([]int, 0, 64)} }}

// recycle says whether it took the value; if not, the caller keeps it.
func recycle(s *scratch) bool {
	if cap(s.xs) > 1024 {
		return false
	}
	s.xs = s.xs[:0]
	pool.Put(s)
	return true
}

type Archive struct{ big [][]int }

func (a *Archive) Sum(fill func([]int) []int) (t int) {
	s := pool.Get().(*scratch)
	s.xs = fill(s.xs)
	for _, x := range s.xs {
		t += x
	}
	if !recycle(s) {
		a.big = append(a.big, s.xs)
	}
	return t
}

type Msg struct {
	body []byte
	pool *sync.Pool
}

func (m *Msg) Free() {
	if m.pool != nil {
		m.body = m.body[:0]
		m.pool.Put(m)
	}
}

type Reader struct{ pool sync.Pool }

func NewReader() *Reader {
	r := &Reader{}
	r.pool.New = func() any { return &Msg{pool: &r.pool} }
	return r
}

// Next's message belongs to the caller, who calls Free.
func (r *Reader) Next(b []byte) *Msg {
	m := r.pool.Get().(*Msg)
	m.body = append(m.body, b...)
	return m
}

func (r *Reader) Count(in [][]byte) (n int) {
	for _, b := range in {
		m := r.Next(b)
		n += len(m.body)
		m.Free()
	}
	m := r.Next(nil)
	size := len(m.body)
	body := string(m.body)
	m.Free()
	return n + size + len(body)
}

// Either branch ends its own use of the value.
func (r *Reader) Peek(b []byte, keep bool) *Msg {
	m := r.Next(b)
	if !keep {
		m.Free()
		m = nil
	}
	if m == nil {
		return nil
	}
	m.body = append(m.body, '\n')
	return m
}
