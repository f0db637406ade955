package dbpool

import (
	"context"
	"errors"
	"testing"
)

type fake struct{ sick, closed bool }

func (f *fake) Close() error { f.closed = true; return nil }
func (f *fake) Ping() error {
	if f.sick {
		return errors.New("sick")
	}
	return nil
}

func TestReuse(t *testing.T) {
	ctx := context.Background()
	p := New(func(context.Context) (Conn, error) { return &fake{}, nil }, Options{MaxOpen: 2})
	a, err := p.Get(ctx)
	if err != nil {
		t.Fatal(err)
	}
	p.Put(a, false)
	b, err := p.Get(ctx)
	if err != nil || a != b {
		t.Fatal("not the same connection", err)
	}
	b.(*fake).sick = true
	p.Put(b, false)
	c, err := p.Get(ctx)
	if err != nil || c == b {
		t.Fatal("sick connection handed out", err)
	}
	if s := p.Stats(); s != (Stats{Open: 1, Reused: 1, Stale: 1}) {
		t.Errorf("%+v", s)
	}
	p.Put(c, false)
	if err := p.Close(); err != nil || !c.(*fake).closed {
		t.Error("not closed", err)
	}
	if _, err := p.Get(ctx); err != ErrClosed {
		t.Error(err)
	}
}
