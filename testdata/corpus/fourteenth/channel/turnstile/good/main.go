package main

import (
	"fmt"
	"sync"
	"time"
)

type turnstile struct {
	coins  chan int
	quit   chan struct{}
	passed chan int
	once   sync.Once
}

func build() *turnstile {
	return &turnstile{
		coins:  make(chan int),
		quit:   make(chan struct{}),
		passed: make(chan int, 1),
	}
}

func (t *turnstile) run(fare int) {
	n, credit := 0, 0
	for {
		select {
		case c := <-t.coins:
			for credit += c; credit >= fare; credit -= fare {
				n++
			}
		case <-t.quit:
			t.passed <- n
			return
		}
	}
}

func (t *turnstile) insert(c int) bool {
	select {
	case t.coins <- c:
		return true
	case <-t.quit:
		return false
	}
}

func (t *turnstile) stop() {
	t.once.Do(func() { close(t.quit) })
}

func main() {
	gate := build()
	go gate.run(3)
	closing := time.AfterFunc(15*time.Millisecond, gate.stop)
	defer closing.Stop()
	refused := 0
	for i := range 30 {
		if !gate.insert(1 + i%2) {
			refused++
		}
		time.Sleep(time.Millisecond)
	}
	gate.stop()
	fmt.Println("passed:", <-gate.passed, "refused some:", refused > 0)
}
