// Package main tells its waiter that it is done from a deferred call, also when
// the work panics: each goroutine sends once, and nobody stays behind.
package main

import "fmt"

type bench struct {
	signal chan bool
	result int
}

func (b *bench) run(work func() int) {
	go func() {
		defer func() { b.signal <- true }()
		b.result = work()
	}()
	<-b.signal
}

func risky() int {
	if len(fmt.Sprint()) > 0 {
		panic("no input")
	}
	return 1
}

func main() {
	b := &bench{signal: make(chan bool)}
	b.run(risky)
	b.run(func() int { return b.result + 1 })
	fmt.Println(b.result)
}
