package connpool

import (
	"context"
	"io"
	"sync"
	"testing"
	"time"
)

type nothing struct{}

func (nothing) Close() error { return nil }

func TestReuse(t *testing.T) {
	p := NewPool(FactoryFunc(func(context.Context) (io.Closer, error) { return nothing{}, nil }), Options{Max: 1})
	for range 3 {
		c, err := p.Get(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		c.Release()
	}
	if s := p.Stats(); s.Opened != 1 || s.Reused != 2 {
		t.Errorf("%+v", s)
	}
	if err := p.Close(); err != nil {
		t.Error(err)
	}
	if _, err := p.Get(context.Background()); err != ErrPoolClosed {
		t.Error(err)
	}
}

func TestBusy(t *testing.T) {
	p := NewPool(FactoryFunc(func(context.Context) (io.Closer, error) { return nothing{}, nil }), Options{Max: 2})
	defer p.Close()
	var wg sync.WaitGroup
	for range 6 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			c, err := p.Get(context.Background())
			if err != nil {
				t.Error(err)
				return
			}
			time.Sleep(2 * time.Millisecond)
			c.Release()
		}()
	}
	wg.Wait()
}
