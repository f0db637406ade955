// Package upload sends a file to two mirrors.
package upload

import (
	"errors"
	"fmt"
	"sync"
)

// Putter stores data under a name.
type Putter interface {
	Put(name string, data []byte) error
}

// Both writes to the two mirrors at the same time, up to tries times each.
func Both(a, b Putter, name string, data []byte, tries int) (err error) {
	var wg sync.WaitGroup
	send := func(p Putter, res *error) {
		for i := range tries {
			err := p.Put(name, data)
			if err == nil {
				*res = nil
				return
			}
			*res = fmt.Errorf("try %d: %w", i+1, err)
		}
	}
	var errA, errB error
	wg.Go(func() { send(a, &errA) })
	wg.Go(func() { send(b, &errB) })
	wg.Wait()
	return errors.Join(errA, errB)
}
