// Package main stops loops by flags that are seen.
package main

import (
	"context"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
)

type poller struct {
	stopped atomic.Bool
	done    chan struct{}
}

func (p *poller) run() {
	for !p.stopped.Load() {
		runtime.Gosched()
	}
	close(p.done)
}

// A guarded flag is looked at under the lock.
type guarded struct {
	mu   sync.Mutex
	stop bool
}

func (g *guarded) stopped() bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.stop
}

func (g *guarded) halt() {
	g.mu.Lock()
	g.stop = true
	g.mu.Unlock()
}

// ordered looks at a plain flag after a receive that comes behind its change.
func ordered() (turns int) {
	stop := false
	ticks := make(chan int)
	go func() {
		ticks <- 1
		stop = true
		close(ticks)
	}()
	for range ticks {
		turns++
	}
	for !stop {
		turns++
	}
	return turns
}

// own sets its flag itself.
func own(list []int) (n int) {
	found := false
	var wg sync.WaitGroup
	wg.Go(func() {
		for i := 0; !found && i < len(list); i++ {
			found = list[i] == 0
			n++
		}
	})
	wg.Wait()
	return n
}

func poll(ctx context.Context, done chan<- struct{}) {
	for ctx.Err() == nil {
		runtime.Gosched()
	}
	close(done)
}

func main() {
	p := &poller{done: make(chan struct{})}
	go p.run()
	p.stopped.Store(true)
	<-p.done

	g := &guarded{}
	var wg sync.WaitGroup
	wg.Go(func() {
		for !g.stopped() {
			runtime.Gosched()
		}
	})
	g.halt()
	wg.Wait()

	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan struct{})
	go poll(ctx, done)
	cancel()
	<-done
	fmt.Println(ordered(), own([]int{1, 0, 2}))
}
