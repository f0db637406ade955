package promise

import (
	"errors"
	"testing"
	"time"
)

func TestCollect(t *testing.T) {
	sq := func(n int) *Promise[int] {
		return Go(func() (int, error) { return n * n, nil })
	}
	got, err := Collect(time.Second, sq(2), sq(3), sq(4))
	if err != nil || len(got) != 3 || got[2] != 16 {
		t.Fatalf("%v %v", got, err)
	}
}

func TestError(t *testing.T) {
	boom := errors.New("boom")
	p := Go(func() (string, error) { return "", boom })
	if _, err := p.Await(time.Second); !errors.Is(err, boom) {
		t.Fatalf("got %v", err)
	}
	if v := p.Or("plan b", time.Second); v != "plan b" {
		t.Fatalf("got %q", v)
	}
}
