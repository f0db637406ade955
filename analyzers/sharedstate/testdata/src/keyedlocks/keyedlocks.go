// Package keyedlocks decides about a key while it has the key's own lock.
package keyedlocks

import (
	"fmt"
	"sync"
)

// keyLock gives one mutex a key.
type keyLock struct {
	m sync.Map
}

func (k *keyLock) lock(key string) func() {
	v, _ := k.m.LoadOrStore(key, new(sync.Mutex))
	mu := v.(*sync.Mutex)
	mu.Lock()
	return mu.Unlock
}

type Volumes struct {
	keys keyLock
	mu   sync.RWMutex
	vols map[string]int64
}

func New() *Volumes { return &Volumes{vols: map[string]int64{}} }

func (v *Volumes) Create(name string, size int64) error {
	unlock := v.keys.lock(name)
	defer unlock()

	v.mu.RLock()
	_, ok := v.vols[name]
	v.mu.RUnlock()
	if ok {
		return fmt.Errorf("volume %q exists", name)
	}

	v.mu.Lock()
	v.vols[name] = size
	v.mu.Unlock()
	return nil
}

func (v *Volumes) Size(name string) (int64, bool) {
	v.mu.RLock()
	defer v.mu.RUnlock()
	s, ok := v.vols[name]
	return s, ok
}
