// Package sequential calls both ways round, one after the other.
package sequential

import (
	"sync"
	"testing"
)

type purse struct {
	mu    sync.Mutex
	coins int
}

func move(from, to *purse, n int) {
	from.mu.Lock()
	defer from.mu.Unlock()
	to.mu.Lock()
	defer to.mu.Unlock()
	from.coins -= n
	to.coins += n
}

func TestMove(t *testing.T) {
	a, b := &purse{coins: 2}, &purse{}
	var wg sync.WaitGroup
	for range 2 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			move(a, b, 1)
		}()
	}
	wg.Wait()
	move(b, a, 2)
	if a.coins != 2 {
		t.Error(a.coins)
	}
}
