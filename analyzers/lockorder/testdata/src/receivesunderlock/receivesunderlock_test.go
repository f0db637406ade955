// Package receivesunderlock waits for an answer under the lock that whoever
// answers needs first.
package receivesunderlock

import (
	"sync"
	"testing"
)

var (
	mu    sync.RWMutex
	price = 3
)

func ask(answers <-chan int) int {
	return <-answers // want `ask waits for a sender of answers while it holds mu, which .* needs at receivesunderlock_test.go:20 before it can help.*\(block-under-lock\)`
}

func quote(answers chan<- int) {
	mu.RLock() // related `^the goroutine of receivesunderlock_test\.go:30 waits for the lock here \(block-under-lock\)$`
	p := price
	mu.RUnlock()
	answers <- p
}

func double() {
	answers := make(chan int)
	mu.Lock() // related `^the lock is taken here \(block-under-lock\)$`
	defer mu.Unlock()
	go quote(answers)
	price = 2 * ask(answers)
}

func TestDouble(t *testing.T) { double() }
