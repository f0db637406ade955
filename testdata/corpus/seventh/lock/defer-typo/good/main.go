package main

import (
	"fmt"
	"sync"
)

type thermostat struct {
	mu     sync.Mutex
	target float64
}

func (t *thermostat) raise(by float64) float64 {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.target += by
	return t.target
}

func main() {
	t := &thermostat{target: 18}
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() { t.raise(0.5) })
	}
	wg.Wait()
	fmt.Println("target", t.target)
}
