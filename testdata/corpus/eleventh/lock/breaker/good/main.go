package main

import (
	"errors"
	"fmt"
	"sync"
	"time"
)

type state int

const (
	closed state = iota
	open
	halfOpen
)

func (s state) String() string {
	return [...]string{"closed", "open", "half-open"}[s]
}

var errOpen = errors.New("circuit open")

type Breaker struct {
	mu       sync.Mutex
	st       state
	failures int
	maxFail  int
	until    time.Time
	cooldown time.Duration
}

func NewBreaker(maxFail int, cooldown time.Duration) *Breaker {
	return &Breaker{maxFail: maxFail, cooldown: cooldown}
}

func (b *Breaker) before() error {
	b.mu.Lock()
	switch b.st {
	case open:
		if time.Now().Before(b.until) {
			b.mu.Unlock()
			return errOpen
		}
		b.st = halfOpen
	case halfOpen:
		b.mu.Unlock()
		return errOpen
	}
	b.mu.Unlock()
	return nil
}

func (b *Breaker) after(ok bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if ok {
		b.st, b.failures = closed, 0
		return
	}
	b.failures++
	if b.st == halfOpen || b.failures >= b.maxFail {
		b.st = open
		b.until = time.Now().Add(b.cooldown)
	}
}

func (b *Breaker) Do(f func() error) error {
	if err := b.before(); err != nil {
		return err
	}
	err := f()
	b.after(err == nil)
	return err
}

func (b *Breaker) State() state {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.st
}

type flakyService struct{ up time.Time }

func (s flakyService) call() error {
	time.Sleep(8 * time.Millisecond)
	if time.Now().Before(s.up) {
		return errors.New("connection refused")
	}
	return nil
}

func main() {
	svc := flakyService{up: time.Now().Add(60 * time.Millisecond)}
	br := NewBreaker(3, 30*time.Millisecond)

	var wg sync.WaitGroup
	var mu sync.Mutex
	outcome := map[string]int{}
	for range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 20 {
				key := "ok"
				if err := br.Do(svc.call); err != nil {
					key = err.Error()
				}
				mu.Lock()
				outcome[key]++
				mu.Unlock()
				time.Sleep(3 * time.Millisecond)
			}
		}()
	}
	wg.Wait()
	fmt.Println("final state:", br.State())
	for k, n := range outcome {
		fmt.Printf("%-20s %d\n", k, n)
	}
}
