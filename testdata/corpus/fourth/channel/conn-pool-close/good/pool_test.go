package connpool

import "testing"

func TestServerGone(t *testing.T) {
	p := New(2)
	a, _ := p.Get()
	b, _ := p.Get()
	a.Break()
	b.Break()
	p.Put(a)
	p.Put(b)
	p.Close()
	if _, err := p.Get(); err != ErrClosed {
		t.Errorf("got %v", err)
	}
}
