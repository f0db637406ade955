// Package soleowners has methods that alone use the groups of their object.
package soleowners

import "sync"

// Missing Done on one way.
type Batch struct {
	wg   sync.WaitGroup
	mu   sync.Mutex
	errs []error
}

func (b *Batch) Run(tasks []func() error) {
	for _, t := range tasks {
		b.wg.Add(1)
		go b.one(t)
	}
	b.wg.Wait() // want `likely deadlock: this Wait never ends when a goroutine leaves without calling Done \(missing-done\)`
}

func (b *Batch) one(t func() error) {
	if err := t(); err != nil {
		b.mu.Lock()
		defer b.mu.Unlock()
		b.errs = append(b.errs, err)
		return
	}
	b.wg.Done()
}
