package dialpool

import (
	"errors"
	"sync/atomic"
	"testing"
	"time"
)

type fakeConn struct{ dead *atomic.Bool }

func (c fakeConn) Close() error { return nil }
func (c fakeConn) Ping() error {
	if c.dead.Load() {
		return errors.New("no pong")
	}
	return nil
}

func TestBackendDies(t *testing.T) {
	var dead atomic.Bool
	probe := make(chan struct{}, 2)
	p := Open(2, func() (Conn, error) { return fakeConn{&dead}, nil }, probe)

	c, err := p.Get()
	if err != nil {
		t.Fatal(err)
	}
	p.Put(c)
	probe <- struct{}{}

	dead.Store(true)
	probe <- struct{}{}
	for deadline := time.Now().Add(2 * time.Second); ; time.Sleep(time.Millisecond) {
		if _, err := p.Get(); errors.Is(err, ErrDown) {
			break
		}
		if time.Now().After(deadline) {
			t.Fatal("pool still up")
		}
	}
	p.Close()
}
