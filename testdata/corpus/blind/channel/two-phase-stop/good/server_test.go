package jobs

import (
	"context"
	"errors"
	"sync"
	"testing"
	"time"
)

func TestGraceful(t *testing.T) {
	s := NewServer(2, 20)
	var replies []<-chan Outcome
	for i := range 10 {
		r, err := s.Submit(Func(func(context.Context) (any, error) { return i * i, nil }))
		if err != nil {
			t.Fatal(err)
		}
		replies = append(replies, r)
	}
	if !s.Stop(time.Minute) {
		t.Error("not graceful")
	}
	if o := <-replies[9]; o.Value != 81 {
		t.Error(o)
	}
	if _, err := s.Submit(Func(nil)); !errors.Is(err, ErrStopped) {
		t.Error(err)
	}
}

func TestImpatient(t *testing.T) {
	s := NewServer(1, 4)
	r, _ := s.Submit(Func(func(ctx context.Context) (any, error) {
		<-ctx.Done()
		return nil, ctx.Err()
	}))
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() { s.Stop(2 * time.Millisecond) })
	}
	wg.Wait()
	if o := <-r; !errors.Is(o.Err, context.Canceled) {
		t.Error(o)
	}
}

func TestPanic(t *testing.T) {
	s := NewServer(1, 1)
	defer s.Stop(time.Second)
	r, err := s.Submit(Func(func(context.Context) (any, error) { panic("oops") }))
	if err != nil {
		t.Fatal(err)
	}
	if o := <-r; o.Err == nil {
		t.Error("no error")
	}
}
