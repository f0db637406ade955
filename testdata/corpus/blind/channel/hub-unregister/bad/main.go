package main

import (
	"fmt"
	"sync"
	"time"
)

func (c *client) read(wg *sync.WaitGroup, count *int) {
	defer wg.Done()
	for range c.send {
		*count++
	}
}

func main() {
	h := newHub()
	var wg sync.WaitGroup
	names := []string{"ada", "ben", "cyd", "dan", "eve"}
	counts := make([]int, len(names))
	cs := make([]*client, len(names))
	for i, n := range names {
		cs[i] = h.register(n)
		wg.Add(1)
		go cs[i].read(&wg, &counts[i])
	}
	var talk sync.WaitGroup
	for i := range 2 {
		talk.Add(1)
		go func() {
			defer talk.Done()
			for range 5 {
				h.broadcast(cs[i], "hi") // BUG: send-on-closed
			}
		}()
	}
	for _, c := range cs[2:] {
		time.Sleep(3 * time.Millisecond)
		h.unregister(c)
	}
	talk.Wait()
	h.unregister(cs[0])
	h.unregister(cs[1])
	wg.Wait()
	fmt.Println("bye", counts[0] > 0)
}
