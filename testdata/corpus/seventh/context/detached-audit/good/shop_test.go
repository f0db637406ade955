package shop

import (
	"context"
	"sync"
	"testing"
	"time"
)

type memory struct {
	mu    sync.Mutex
	lines []string
}

func (m *memory) Write(ctx context.Context, line string) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(2 * time.Millisecond):
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.lines = append(m.lines, line)
	return nil
}

func TestOrder(t *testing.T) {
	m := &memory{}
	s := New(m)
	var customers sync.WaitGroup
	for _, what := range []string{"tea", "milk", "jam", "bread"} {
		customers.Go(func() {
			ctx, cancel := context.WithCancel(t.Context())
			if err := s.Order(ctx, what); err != nil {
				t.Error(err)
			}
			cancel()
			if err := s.Order(ctx, what); err == nil {
				t.Error("order after hanging up")
			}
		})
	}
	customers.Wait()
	if lost := s.Flush(); lost != 0 || len(m.lines) != 4 {
		t.Errorf("lost %d of %v", lost, m.lines)
	}
}
