// Package main goes on to the next turn with the lock held, in methods that only goroutines
// of main call.
package main

import (
	"bufio"
	"os"
	"strconv"
	"sync"
)

type bank struct {
	mu      sync.Mutex
	balance map[string]int
}

func (b *bank) apply(ops chan string) {
	for op := range ops {
		b.mu.Lock() // want `likely deadlock: on some way to the next turn of the loop apply does not unlock b.mu, and then waits here for itself \(missing-unlock\)`
		n, err := strconv.Atoi(op)
		if err != nil {
			continue
		}
		b.balance[op] += n
		b.mu.Unlock()
	}
}

func main() {
	b := &bank{balance: make(map[string]int)}
	ops := make(chan string)
	var wg sync.WaitGroup
	wg.Go(func() { b.apply(ops) })
	in := bufio.NewScanner(os.Stdin)
	for in.Scan() {
		ops <- in.Text()
	}
	close(ops)
	wg.Wait()
}
