package replica

import (
	"context"
	"errors"
	"testing"
	"time"

	"tenth/context/replica/good/feed"
)

type primary struct {
	log   []feed.Change
	flaky int
}

func (p *primary) Fetch(ctx context.Context, pos uint64) ([]feed.Change, error) {
	if p.flaky > 0 {
		p.flaky--
		return nil, errors.New("connection reset")
	}
	if int(pos) < len(p.log) {
		return p.log[pos : pos+1], nil
	}
	<-ctx.Done()
	return nil, ctx.Err()
}

func TestCatchUp(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	p := &primary{flaky: 2, log: []feed.Change{
		{Pos: 1, Key: "a", Val: "1"},
		{Pos: 2, Key: "b", Val: "2"},
		{Pos: 3, Key: "a", Val: "3"},
	}}
	r := Start(ctx, p, WithBackoff(time.Millisecond, 4*time.Millisecond))
	for r.Pos() < 3 {
		time.Sleep(time.Millisecond)
	}
	if v, _ := r.Lookup("a"); v != "3" {
		t.Error("a is", v)
	}
	if _, ok := r.Lookup("c"); ok {
		t.Error("c is there")
	}
	if n := r.Errors(); n != 2 {
		t.Errorf("%d errors", n)
	}
}
