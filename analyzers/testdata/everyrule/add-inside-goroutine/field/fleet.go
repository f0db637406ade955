// Package fleet lets a fleet of drones photograph a field.
package fleet

import (
	"sync"
	"sync/atomic"
)

const drones = 4

// Fleet is a fleet of drones.
type Fleet struct {
	sync.WaitGroup
	pictures atomic.Int64
}

func (f *Fleet) fly(take func() bool) {
	f.Add(1) // BUG
	defer f.Done()
	for take() {
		f.pictures.Add(1)
	}
}

// Survey lets all drones take pictures until take returns false
// and returns how many pictures there are.
func Survey(take func() bool) int64 {
	f := new(Fleet)
	for range drones {
		go f.fly(take)
	}
	f.Wait()
	return f.pictures.Load()
}
