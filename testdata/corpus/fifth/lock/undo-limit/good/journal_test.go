package undo

import "testing"

type counter struct{ n int }

type plus struct {
	c *counter
	d int
}

func (p plus) Revert() error {
	p.c.n -= p.d
	return nil
}

func TestLimit(t *testing.T) {
	c := &counter{6}
	j := NewJournal(2)
	for d := range 4 {
		j.Push(plus{c, d})
	}
	for j.Undo() == nil {
	}
	if c.n != 1 {
		t.Error(c.n)
	}
}

func TestOff(t *testing.T) {
	j := NewJournal(2)
	j.SetLimit(0)
	j.Push(plus{new(counter), 1})
	if err := j.Undo(); err != ErrNothing {
		t.Error(err)
	}
}
