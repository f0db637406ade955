// Package writerslock has a lock for those who write around the one for those who read.
package writerslock

import (
	"fmt"
	"sync"
)

// Dir's exported methods hold big for their whole length; the steps below
// are private, and mu lets Stat run meanwhile.
type Dir struct {
	big sync.Mutex
	mu  sync.RWMutex
	ent map[string]int
}

func New() *Dir { return &Dir{ent: map[string]int{}} }

func (d *Dir) Create(name string) error {
	d.big.Lock()
	defer d.big.Unlock()
	return d.create(name, 1)
}

func (d *Dir) Move(from, to string) error {
	d.big.Lock()
	defer d.big.Unlock()
	v, err := d.remove(from)
	if err != nil {
		return err
	}
	return d.create(to, v)
}

func (d *Dir) create(name string, v int) error {
	d.mu.RLock()
	_, ok := d.ent[name]
	d.mu.RUnlock()
	if ok {
		return fmt.Errorf("%s exists", name)
	}
	d.mu.Lock()
	d.ent[name] = v
	d.mu.Unlock()
	return nil
}

func (d *Dir) remove(name string) (int, error) {
	d.mu.RLock()
	v, ok := d.ent[name]
	d.mu.RUnlock()
	if !ok {
		return 0, fmt.Errorf("%s does not exist", name)
	}
	d.mu.Lock()
	delete(d.ent, name)
	d.mu.Unlock()
	return v, nil
}

func (d *Dir) Stat(name string) (int, bool) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	v, ok := d.ent[name]
	return v, ok
}
