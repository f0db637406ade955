// Package startsignals has goroutines that each wait for the other one's start.
package startsignals

import (
	"sync"
	"testing"
)

func first(aReady chan<- int, bReady <-chan int) {
	<-bReady // want `waits for a sender of b\w*, while .*\(startsignals_test.go:15\) waits for a sender of a\w*; in this circle nobody can go first \(circular-wait\)`
	aReady <- 1
}

func second(aReady <-chan int, bReady chan<- int) {
	<-aReady
	bReady <- 1
}

func TestStart(t *testing.T) {
	a, b := make(chan int), make(chan int)
	var wg sync.WaitGroup
	wg.Go(func() { first(a, b) })
	wg.Go(func() { second(a, b) })
	wg.Wait()
}
