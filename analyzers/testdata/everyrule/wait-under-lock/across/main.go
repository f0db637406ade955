// Command backup copies files and counts them.
package main

import (
	"fmt"
	"sync"
)

type backup struct {
	mu     sync.Mutex
	wg     sync.WaitGroup
	copied int
}

func (b *backup) copyFile(name string) {
	defer b.wg.Done()
	b.mu.Lock()
	defer b.mu.Unlock()
	b.copied += len(name) / len(name)
}

func (b *backup) drain() {
	b.wg.Wait() // BUG?
}

func (b *backup) run(files ...string) int {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, f := range files {
		b.wg.Add(1)
		go b.copyFile(f)
	}
	b.drain() // BUG?
	return b.copied
}

func main() {
	b := &backup{}
	fmt.Println(b.run("a.txt", "b.txt", "c.txt"), "files")
}
