// Command backup copies files, one run after another.
package main

import (
	"fmt"
	"sync"
)

type backup struct {
	runMu sync.Mutex // held during a run

	mu     sync.Mutex
	copied int
}

func (b *backup) copyFile(string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.copied++
}

func (b *backup) run(files ...string) int {
	b.runMu.Lock()
	defer b.runMu.Unlock()
	var wg sync.WaitGroup
	b.mu.Lock()
	for _, f := range files {
		wg.Go(func() { b.copyFile(f) })
	}
	b.copied = 0
	b.mu.Unlock()
	wg.Wait()
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.copied
}

func main() {
	b := &backup{}
	var runs sync.WaitGroup
	runs.Go(func() { fmt.Println(b.run("a.txt", "b.txt")) })
	runs.Go(func() { fmt.Println(b.run("c.txt", "d.txt")) })
	runs.Wait()
}
