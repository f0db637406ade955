// Package unawaitedresultright returns what goroutines write, and callers can know when they have.
package unawaitedresultright

import (
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

func All(names []string) []string {
	greetings := make([]string, len(names))
	var writers sync.WaitGroup
	for i, name := range names {
		writers.Go(func() { greetings[i] = strings.ToUpper(name) })
	}
	writers.Wait()
	return greetings
}

// Started gives the caller the group to wait for.
func Started(names []string, writers *sync.WaitGroup) []string {
	greetings := make([]string, len(names))
	for i, name := range names {
		writers.Add(1)
		go func() {
			defer writers.Done()
			greetings[i] = strings.ToUpper(name)
		}()
	}
	return greetings
}

func StartedByGo(names []string, writers *sync.WaitGroup) []string {
	greetings := make([]string, len(names))
	for i, name := range names {
		writers.Go(func() { greetings[i] = strings.ToUpper(name) })
	}
	return greetings
}

// Announced closes a channel that the caller has.
func Announced(names []string) ([]string, <-chan struct{}) {
	greetings := make([]string, len(names))
	done := make(chan struct{})
	go func() {
		defer close(done)
		for i, name := range names {
			greetings[i] = strings.ToUpper(name)
		}
	}()
	return greetings, done
}

// Called tells by a call of the caller's.
func Called(names []string, ready func()) []string {
	greetings := make([]string, len(names))
	go func() {
		for i, name := range names {
			greetings[i] = strings.ToUpper(name)
		}
		ready()
	}()
	return greetings
}

type board struct {
	mu    sync.Mutex
	names map[string]int
}

// Filled writes under the lock of an object that others have.
func (b *board) Filled() map[string]int {
	b.names = make(map[string]int)
	go func() {
		b.mu.Lock()
		defer b.mu.Unlock()
		b.names["Anna"] = 1
	}()
	return b.names
}

// Watched returns before it starts anything.
func Watched(names []string) []string {
	list := make([]string, len(names))
	if len(names) == 0 {
		return list
	}
	go func() { list[0] = names[0] }()
	return nil
}

// A poller counts for itself.
type poller struct {
	turns int
	found atomic.Int64
}

func Poll() *poller {
	p := new(poller)
	go func() {
		for range 3 {
			p.turns++
			p.found.Add(1)
			time.Sleep(time.Second)
		}
	}()
	return p
}

// Copied returns a copy, made before the goroutine starts.
func Copied(names []string) []string {
	list := make([]string, len(names))
	copied := append([]string(nil), list...)
	go func() { list[0] = "later" }()
	return copied
}

// Stepped is asked for each word when the last has been written.
func Stepped(words <-chan string) []string {
	list := make([]string, 3)
	go func() {
		for i := range list {
			list[i] = <-words
		}
		<-words
	}()
	return list
}
