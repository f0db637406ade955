// Package skipped leaves goroutines without Done.
package skipped

import (
	"errors"
	"fmt"
	"sync"
)

type server interface{ Put(name string) error }

type batch struct {
	srv  server
	wg   sync.WaitGroup
	mu   sync.Mutex
	errs []error // guarded by mu
}

func (b *batch) add(name string) {
	b.wg.Add(1)
	go b.upload(name)
}

func (b *batch) upload(name string) {
	if err := b.srv.Put(name); err != nil {
		b.fail(err)
		return // want `^likely deadlock: on this way upload leaves without calling Done, and who waits for its group waits for ever \(missing-done\)`
	}
	b.wg.Done()
}

func (b *batch) fail(err error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.errs = append(b.errs, err)
}

func (b *batch) wait() error {
	b.wg.Wait()
	return errors.Join(b.errs...)
}

func ratio(a, b int, out chan<- int, wg *sync.WaitGroup) {
	defer func() {
		if recover() != nil {
			fmt.Println("cannot divide by", b)
		}
	}()
	out <- a / b
	wg.Done() // want `when ratio panics it recovers, and this Done is skipped.* \(missing-done\)`
}

func ratios(pairs [][2]int, out chan<- int) {
	var wg sync.WaitGroup
	wg.Add(len(pairs))
	for _, p := range pairs {
		go ratio(p[0], p[1], out, &wg)
	}
	wg.Wait()
}
