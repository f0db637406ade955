package service

import (
	"context"
	"errors"
	"testing"
	"time"
)

func TestFailure(t *testing.T) {
	g := NewGroup(context.Background())
	beats := 0
	g.Start(&Heart{Every: time.Millisecond, Beat: func(n int) error {
		beats = n
		if n == 5 {
			return errors.New("stopped beating")
		}
		return nil
	}})
	box := &Inbox{C: make(chan string), Limit: time.Second, Handle: func(context.Context, string) error { return nil }}
	g.Start(box)
	<-g.Failed()
	if err := g.Close(); err == nil || beats != 5 {
		t.Fatal(err, beats)
	}
}

func TestInbox(t *testing.T) {
	g := NewGroup(t.Context())
	var got []string
	box := &Inbox{C: make(chan string), Limit: 50 * time.Millisecond}
	box.Handle = func(ctx context.Context, msg string) error {
		got = append(got, msg)
		if msg == "slow" {
			<-ctx.Done()
		}
		return nil
	}
	g.Start(box)
	for _, m := range []string{"a", "slow", "b"} {
		if !box.Send(g.ctx, m) {
			t.Fatal("closed")
		}
	}
	if err := g.Close(); err != nil {
		t.Fatal(err)
	}
	if len(got) < 2 {
		t.Fatal(got)
	}
}
