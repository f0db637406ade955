package counts

import (
	"sync"
	"sync/atomic"
	"testing"
)

type board struct {
	mu   sync.RWMutex
	seen map[string]int
	hits atomic.Int64
	left int32
}

func (b *board) see(name string) {
	b.mu.RLock()
	defer b.mu.RUnlock()
	b.seen[name]++ // want `\(write-under-rlock\)`
}

func (b *board) hit() {
	b.hits.Store(b.hits.Load() + 1) // want `\(atomic-read-modify-write\)`
}

func (b *board) take() {
	atomic.StoreInt32(&b.left, atomic.LoadInt32(&b.left)-2) // want `\(atomic-read-modify-write\)`
}

func TestBoard(t *testing.T) {
	b := &board{seen: make(map[string]int), left: 8}
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() {
			b.see("a")
			b.hit()
			b.take()
		})
	}
	wg.Wait()
	if b.seen["a"] != 2 || b.hits.Load() != 2 || b.left != 4 {
		t.Error(b.seen, b.hits.Load(), b.left)
	}
}
