package turnkey

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"
)

func TestManyWriters(t *testing.T) {
	r := New()
	var wg sync.WaitGroup
	for i := range 30 {
		wg.Go(func() {
			if err := r.Register(t.Context(), "mail", fmt.Sprint(i%20)); err != nil && !errors.Is(err, ErrTaken) {
				t.Error(err)
			}
			if _, err := r.Lookup(t.Context(), "mail"); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	addrs, _ := r.Lookup(t.Context(), "mail")
	if len(addrs) != 20 || r.Changes() != 20 {
		t.Fatalf("%d addresses, %d changes", len(addrs), r.Changes())
	}
}

func TestImpatientCaller(t *testing.T) {
	r := New()
	inside, leave := make(chan struct{}), make(chan struct{})
	updated := make(chan error, 1)
	go func() {
		updated <- r.Update(context.Background(), "mail", func(old []string) []string {
			close(inside)
			<-leave
			return append(old, "10.0.0.1")
		})
	}()
	<-inside
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Millisecond)
	defer cancel()
	if _, err := r.Lookup(ctx, "mail"); !errors.Is(err, context.DeadlineExceeded) {
		t.Fatalf("got %v", err)
	}
	close(leave)
	if err := <-updated; err != nil || r.Changes() != 1 {
		t.Fatalf("%v, %d changes", err, r.Changes())
	}
}
