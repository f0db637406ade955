package main

import (
	"context"
	"fmt"
	"sync"
	"time"
)

type manager struct {
	mu      sync.Mutex
	cancels map[string]context.CancelFunc
	wg      sync.WaitGroup
}

func (m *manager) start(parent context.Context, name string, f func(context.Context)) {
	ctx, cancel := context.WithCancel(parent)
	m.mu.Lock()
	m.cancels[name] = cancel
	m.mu.Unlock()
	m.wg.Add(1)
	go func() {
		defer m.wg.Done()
		f(ctx)
	}()
}

func (m *manager) stop(name string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if c, ok := m.cancels[name]; ok {
		c()
		delete(m.cancels, name)
	}
}

func (m *manager) stopAll() {
	m.mu.Lock()
	for _, c := range m.cancels {
		c()
	}
	clear(m.cancels)
	m.mu.Unlock()
	m.wg.Wait()
}

// either ends when one of a and b ends.
func either(a, b context.Context) (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancel(a)
	stop := context.AfterFunc(b, cancel)
	return ctx, func() {
		stop()
		cancel()
	}
}

func main() {
	m := &manager{cancels: map[string]context.CancelFunc{}}
	ended := make(chan string, 3)
	for _, n := range []string{"a", "b", "c"} {
		m.start(context.Background(), n, func(ctx context.Context) {
			<-ctx.Done()
			ended <- n
		})
	}
	m.stop("b")
	fmt.Println(<-ended)
	m.stopAll()
	fmt.Println(len(ended))

	short, cancel := context.WithTimeout(context.Background(), time.Millisecond)
	defer cancel()
	ctx, done := either(context.Background(), short)
	defer done()
	<-ctx.Done()
	fmt.Println(ctx.Err())
}
