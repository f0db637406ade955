// Package actors has one goroutine that owns the state; others ask it.
package main

import (
	"fmt"
	"sync"
)

type request struct {
	key   string
	add   int
	reply chan int
}

type actor struct {
	requests chan request
	quit     chan struct{}
	done     chan struct{}
	state    map[string]int // of loop only
	served   int            // of loop only, until done
}

func start() *actor {
	a := &actor{
		requests: make(chan request),
		quit:     make(chan struct{}),
		done:     make(chan struct{}),
		state:    make(map[string]int),
	}
	go a.loop()
	return a
}

func (a *actor) loop() {
	defer close(a.done)
	for {
		select {
		case r := <-a.requests:
			a.state[r.key] += r.add
			a.served++
			r.reply <- a.state[r.key]
		case <-a.quit:
			return
		}
	}
}

func (a *actor) add(key string, n int) int {
	reply := make(chan int, 1)
	a.requests <- request{key, n, reply}
	return <-reply
}

func (a *actor) stop() int {
	close(a.quit)
	<-a.done
	return a.served
}

func main() {
	a := start()
	var wg sync.WaitGroup
	for i := range 2 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			a.add("x", i)
		}()
	}
	wg.Wait()
	fmt.Println(a.add("x", 0), a.stop())
}
