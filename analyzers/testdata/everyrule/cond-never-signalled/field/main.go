// Command kitchen lets the cooks go home when the restaurant closes.
package main

import (
	"fmt"
	"sync"
)

type door struct {
	mu     sync.Mutex
	change *sync.Cond
	closed bool
}

type kitchen struct {
	door  door
	cooks sync.WaitGroup
}

func (k *kitchen) cook(name string) {
	defer k.cooks.Done()
	k.door.mu.Lock()
	defer k.door.mu.Unlock()
	for !k.door.closed {
		k.door.change.Wait()
	}
	fmt.Println(name, "goes home")
}

func (k *kitchen) close() {
	k.door.mu.Lock()
	defer k.door.mu.Unlock()
	k.door.closed = true
	k.door.change.Signal() // BUG
}

func main() {
	k := &kitchen{}
	k.door.change = sync.NewCond(&k.door.mu)
	for _, name := range []string{"Ann", "Bob", "Cid"} {
		k.cooks.Add(1)
		go k.cook(name)
	}
	k.close()
	k.cooks.Wait()
}
