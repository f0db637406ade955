// Package upload sends a file to two mirrors.
package upload

import (
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
	send := func(p Putter) {
		for i := range tries {
			if err = p.Put(name, data); err == nil { // BUG: captured-var
				return
			}
			err = fmt.Errorf("try %d: %w", i+1, err) // BUG: captured-var
		}
	}
	wg.Go(func() { send(a) }) // BUG: captured-var
	wg.Go(func() { send(b) }) // BUG: captured-var
	wg.Wait()
	return err
}
