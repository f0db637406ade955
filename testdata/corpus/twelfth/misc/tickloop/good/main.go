// Command tenants simulates a gateway in which every tenant session has its
// own usage reporter for as long as it is connected.
package main

import (
	"fmt"
	"os"
	"os/signal"
	"sync"
	"sync/atomic"
	"time"
)

type sink interface {
	report(tenant string, requests int64)
}

type memorySink struct {
	mu    sync.Mutex
	total map[string]int64
}

func (m *memorySink) report(tenant string, n int64) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.total[tenant] += n
}

type reporter struct {
	tenant   string
	out      sink
	count    atomic.Int64
	flushing sync.Mutex
	tick     *time.Ticker
	quit     chan struct{}
}

func startReporter(tenant string, every time.Duration, out sink) *reporter {
	r := &reporter{tenant: tenant, out: out, tick: time.NewTicker(every)}
	r.quit = make(chan struct{})
	go r.loop()
	return r
}

func (r *reporter) loop() {
	for {
		select {
		case <-r.quit:
			return
		case <-r.tick.C:
			r.flush()
		}
	}
}

func (r *reporter) flush() {
	r.flushing.Lock()
	defer r.flushing.Unlock()
	if n := r.count.Swap(0); n > 0 {
		r.out.report(r.tenant, n)
	}
}

func (r *reporter) stop() {
	r.tick.Stop()
	close(r.quit)
	r.flush()
}

type session struct {
	*reporter
	requests int
}

func (s session) serve() {
	defer s.stop()
	for range s.requests {
		s.count.Add(1)
		time.Sleep(100 * time.Microsecond)
	}
}

func main() {
	interrupt := make(chan os.Signal, 1)
	signal.Notify(interrupt, os.Interrupt)
	defer signal.Stop(interrupt)

	out := &memorySink{total: make(map[string]int64)}
	var wg sync.WaitGroup
rounds:
	for round := range 5 {
		for i, tenant := range []string{"acme", "globex", "initech"} {
			wg.Go(func() {
				session{startReporter(tenant, time.Millisecond, out), 10 * (i + 1)}.serve()
			})
		}
		wg.Wait()
		select {
		case <-interrupt:
			fmt.Println("interrupted in round", round)
			break rounds
		default:
		}
	}
	out.mu.Lock()
	defer out.mu.Unlock()
	for _, t := range []string{"acme", "globex", "initech"} {
		fmt.Println(t, out.total[t])
	}
}
