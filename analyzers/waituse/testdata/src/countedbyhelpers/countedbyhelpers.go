// Package main has methods that count a goroutine in and out, and calls the first one in what
// has been started already.
package main

import (
	"fmt"
	"sync"
	"time"
)

// A yard counts the trucks that are under way.
type yard struct {
	underway sync.WaitGroup
	mu       sync.Mutex
	loads    int
}

func (y *yard) leave() {
	y.underway.Add(1) // want `likely missed wait: Add is called inside the goroutine that send starts, so main may reach Wait before it and not wait at all; .*\(add-inside-goroutine\)`
}

func (y *yard) arrive(load int) {
	y.mu.Lock()
	y.loads += load
	y.mu.Unlock()
	y.underway.Done()
}

func (y *yard) drive(load int) {
	y.leave()
	defer y.arrive(load)
	time.Sleep(time.Duration(load) * time.Millisecond)
}

func (y *yard) send(load int) { go y.drive(load) }

// A kiln's pieces come out at the end of what fires them.
type kiln struct{ pieces sync.WaitGroup }

func (k *kiln) fire(name string) {
	go func() {
		k.pieces.Add(1) // want `the goroutine that fire starts, so main may reach Wait.* \(add-inside-goroutine\)`
		fmt.Println(name)
		k.out()
	}()
}

func (k *kiln) out() { k.pieces.Done() }

func main() {
	y := new(yard)
	for i := range 4 {
		y.send(i)
	}
	y.underway.Wait()
	k := new(kiln)
	k.fire("bowl")
	k.pieces.Wait()
}
