// Package waitedelsewhere counts in what has been started already, and waits in another
// method.
package waitedelsewhere

import (
	"context"
	"fmt"
	"sync"
)

// A Notifier sends to many.
type Notifier struct {
	wg    sync.WaitGroup
	mu    sync.Mutex
	sent  []string
	hooks []func(string)
}

func (n *Notifier) Send(names []string) {
	for _, name := range names {
		go n.deliver(name)
	}
}

func (n *Notifier) deliver(name string) {
	n.wg.Add(1) // want `likely missed wait: Add is called inside the goroutine that Send starts, so Flush may reach Wait before it and not wait at all; .*\(add-inside-goroutine\)`
	defer n.wg.Done()
	n.mu.Lock()
	defer n.mu.Unlock()
	n.sent = append(n.sent, name)
	for _, hook := range n.hooks {
		hook(name)
	}
}

func (n *Notifier) Flush() { n.wg.Wait() }

// A Bus takes its events from a channel; its goroutines touch no other one.
type Bus struct {
	wg     sync.WaitGroup
	events chan string
	cancel context.CancelFunc
}

func (b *Bus) Run() {
	for e := range b.events {
		go func() {
			b.enter() // the Add is in enter
			defer func() {
				fmt.Println(e)
				b.wg.Done()
			}()
		}()
	}
}

func (b *Bus) enter() {
	b.wg.Add(1) // want `the goroutine that Run starts, so Close may reach Wait.* \(add-inside-goroutine\)`
}

func (b *Bus) Close() {
	b.cancel()
	b.wg.Wait()
}

// Saves are waited for at the end of the program, when those who ask for them are through.
var saves sync.WaitGroup

func save(what string) {
	saves.Add(1) // want `the goroutine that request starts, so finish may reach Wait.* \(add-inside-goroutine\)`
	defer saves.Done()
	fmt.Println(what)
}

func request(what string) { go save(what) }

func finish() { saves.Wait() }

func serve() {
	var clients sync.WaitGroup
	for _, what := range []string{"a", "b"} {
		clients.Go(func() { request(what) })
	}
	clients.Wait()
	finish()
}

// A merger closes its output when all have ended, in a goroutine of its own.
type merger struct {
	wg  sync.WaitGroup
	out chan int
}

func (m *merger) begin() {
	go m.copy()
	m.finishLater()
}

func (m *merger) copy() {
	m.wg.Add(1) // want `the goroutine that begin starts, so a function literal in finishLater may reach Wait.* \(add-inside-goroutine\)`
	defer m.wg.Done()
	m.out <- 1
}

func (m *merger) finishLater() {
	go func() {
		m.wg.Wait()
		close(m.out)
	}()
}
