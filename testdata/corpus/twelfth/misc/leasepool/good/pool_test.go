package leasepool

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
	"testing"
)

var live atomic.Int32

type dir struct{ id int }

func (d *dir) Setup(context.Context) error {
	live.Add(1)
	if d.id%3 == 0 {
		return errors.New("disk full")
	}
	return nil
}

func (d *dir) Teardown() { live.Add(-1) }

func TestDo(t *testing.T) {
	p := New(2, func(id int) Workspace { return &dir{id} })
	var wg sync.WaitGroup
	for range 12 {
		wg.Go(func() {
			err := p.Do(t.Context(), 50, func(w Workspace) error {
				if n := live.Load(); n > 2 {
					t.Errorf("%d workspaces", n)
				}
				return nil
			})
			if err != nil && len(p.Broken()) == 0 {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if live.Load() != 0 {
		t.Errorf("%d still live", live.Load())
	}
	if len(p.Broken()) == 0 {
		t.Error("none broken")
	}
	if !p.slots.TryAcquire(2) {
		t.Error("slots missing")
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	p := New(0, func(id int) Workspace { return &dir{id} })
	if err := p.Do(ctx, 3, nil); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}
