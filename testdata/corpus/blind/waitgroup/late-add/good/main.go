package main

import (
	"fmt"
	"sync"
	"time"
)

type tally struct {
	wg sync.WaitGroup
	mu sync.Mutex
	n  int
}

func (t *tally) vote(weight int) {
	defer t.wg.Done()
	time.Sleep(time.Millisecond)
	t.mu.Lock()
	t.n += weight
	t.mu.Unlock()
}

func (t *tally) result() int {
	t.wg.Wait()
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.n
}

func main() {
	var t tally
	for i := range 5 {
		t.wg.Add(1)
		go t.vote(i)
	}
	fmt.Println(t.result())
}
