// Package startsignals has goroutines that each wait for the other one's start.
package startsignals

import (
	"sync"
	"testing"
)

func first(aReady chan<- int, bReady <-chan int) {
	<-bReady
	aReady <- 1
}

func second(aReady <-chan int, bReady chan<- int) {
	<-aReady // want `waits for a sender of aReady, while .* waits for a sender of bReady; in this circle nobody can go first \(circular-wait\)`
	bReady <- 1
}

func TestStart(t *testing.T) {
	a, b := make(chan int), make(chan int)
	var wg sync.WaitGroup
	wg.Go(func() { first(a, b) })
	wg.Go(func() { second(a, b) })
	wg.Wait()
}
