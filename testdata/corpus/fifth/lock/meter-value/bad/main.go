package main

import (
	"fmt"
	"os"
	"sync"
)

type meter struct {
	mu    sync.Mutex
	total [3]int
}

func (m meter) add(line, n int) { // BUG: copied-lock
	m.mu.Lock() // BUG: copied-lock
	defer m.mu.Unlock()
	m.total[line] += n // BUG: copied-lock
}

func main() {
	var (
		m  meter
		wg sync.WaitGroup
	)
	for i := range 9 {
		wg.Go(func() { m.add(i%3, i) }) // BUG: copied-lock
	}
	wg.Wait()
	if m.total != [3]int{9, 12, 15} {
		fmt.Fprintln(os.Stderr, "lost readings:", m.total)
		os.Exit(1)
	}
	fmt.Println(m.total)
}
