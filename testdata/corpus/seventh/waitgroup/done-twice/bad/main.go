package main

import (
	"errors"
	"fmt"
	"sort"
	"strings"
	"sync"
)

// backup copies directories, each in its own goroutine.
type backup struct {
	wg     sync.WaitGroup
	mu     sync.Mutex
	copied []string
	failed map[string]error
}

var errDenied = errors.New("permission denied")

func (b *backup) copyDir(dir string) error {
	if strings.HasPrefix(dir, "/locked") {
		return errDenied
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.copied = append(b.copied, dir)
	return nil
}

func (b *backup) fail(dir string, err error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.failed[dir] = err
	b.wg.Done() // BUG: wg-negative
}

func (b *backup) start(dirs ...string) {
	for _, dir := range dirs {
		b.wg.Add(1) // BUG: wg-negative
		go func() {
			defer b.wg.Done() // BUG: wg-negative
			if err := b.copyDir(dir); err != nil {
				b.fail(dir, err) // BUG: wg-negative
			}
		}()
	}
}

func main() {
	b := &backup{failed: make(map[string]error)}
	b.start("/photos", "/locked/keys", "/etc", "/srv", "/locked/mail")
	b.wg.Wait() // BUG: wg-negative
	sort.Strings(b.copied)
	fmt.Println("copied", b.copied)
	for dir, err := range b.failed {
		fmt.Println("failed", len(dir), err)
	}
}
