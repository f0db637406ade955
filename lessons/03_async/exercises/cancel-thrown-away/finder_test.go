package finder

import (
	"context"
	"errors"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

type book map[string]string

func (b book) Find(ctx context.Context, name string) (string, bool) {
	select {
	case <-time.After(time.Second): // by the test's clock
	case <-ctx.Done():
		return "", false
	}
	address, ok := b[name]
	return address, ok
}

// When Address returns, its watch has nothing to look after any more.
func TestTheWatchIsCalledOff(t *testing.T) {
	for _, c := range []struct {
		name    string
		address string
		err     error
	}{
		{"Anna", "Elm Street 4", nil},
		{"Nobody", "", ErrUnknown},
		{"", "", ErrNoName},
	} {
		t.Run("name "+c.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				var watching atomic.Int32
				watch := func(ctx context.Context, _ string) {
					watching.Add(1)
					defer watching.Add(-1)
					<-ctx.Done()
				}
				parent, cancelAll := context.WithCancel(t.Context())
				address, err := Address(parent, book{"Anna": "Elm Street 4"}, watch, c.name)
				if address != c.address || !errors.Is(err, c.err) {
					t.Errorf("Address(%q) = %q, %v; want %q, %v", c.name, address, err, c.address, c.err)
				}
				synctest.Wait() // until nobody moves
				if n := watching.Load(); n != 0 {
					t.Errorf("Address(%q) has returned, and %d watch is still waiting for its context to end.\n"+
						"It would wait as long as the parent lives, which is as long as the server runs.", c.name, n)
				}
				cancelAll()
				synctest.Wait()
			})
		})
	}
}

// The watch is there while the search goes on.
func TestTheWatchWatches(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		slow := false
		watch := func(ctx context.Context, _ string) {
			select {
			case <-time.After(500 * time.Millisecond):
				slow = true
			case <-ctx.Done():
			}
		}
		if _, err := Address(t.Context(), book{"Anna": "Elm Street 4"}, watch, "Anna"); err != nil {
			t.Error(err)
		}
		synctest.Wait()
		if !slow {
			t.Error("the search took a second, and the watch was called off before it could tell")
		}
	})
}

func TestTheCallerCanGiveUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
		defer cancel()
		began := time.Now()
		if _, err := Address(ctx, book{}, func(ctx context.Context, _ string) { <-ctx.Done() }, "Anna"); err == nil {
			t.Error("no error, though the caller gave up")
		}
		if took := time.Since(began); took > 100*time.Millisecond {
			t.Errorf("the caller gave up after 100ms, and Address returned after %v", took)
		}
	})
}
