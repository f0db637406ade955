package client

import (
	"context"
	"errors"
	"testing"
	"time"

	"tenth/race/breaker/bad/breaker"
)

type script []error

func (s *script) Send(_ context.Context, req string) (string, error) {
	err := (*s)[0]
	*s = (*s)[1:]
	return "re: " + req, err
}

func TestOpens(t *testing.T) {
	bad := errors.New("no route")
	c := New(&script{nil, bad, bad, nil, bad}, breaker.New(2, 10*time.Millisecond), nil)
	ctx := context.Background()
	if s, err := c.Call(ctx, "hi"); s != "re: hi" || err != nil {
		t.Fatal(s, err)
	}
	for range 2 {
		if _, err := c.Call(ctx, "x"); !errors.Is(err, bad) {
			t.Fatal(err)
		}
	}
	if _, err := c.Call(ctx, "x"); !errors.Is(err, breaker.ErrOpen) {
		t.Fatal(err)
	}
	time.Sleep(20 * time.Millisecond)
	if _, err := c.Call(ctx, "x"); err != nil {
		t.Fatal(err)
	}
	if st := c.Stats(); st.State != breaker.Closed || st.Failures != 0 || st.Calls != 4 {
		t.Errorf("%+v", st)
	}
	c.fallback = func(string) string { return "cached" }
	if s, err := c.Call(ctx, "x"); s != "cached" || err != nil {
		t.Fatal(s, err)
	}
}
