// Package claimed has flags that say that somebody is at work.
package claimed

import "sync"

// A Tank is filled by one goroutine at a time.
type Tank struct {
	mu      sync.Mutex
	filling bool
	left    int
}

// Fill acts on the flag before it gives up the lock.
func (t *Tank) Fill(pump func() int) {
	t.mu.Lock()
	if t.filling {
		t.mu.Unlock()
		return
	}
	t.filling = true
	t.mu.Unlock()
	n := pump()
	t.mu.Lock()
	t.left += n
	t.filling = false
	t.mu.Unlock()
}

// Late acts on it only in the second critical section.
func (t *Tank) Late(pump func() int) {
	t.mu.Lock()
	if t.filling {
		t.mu.Unlock()
		return
	}
	t.mu.Unlock()
	t.mu.Lock()
	t.filling = true // want `^likely lost decision: Late checks t.filling, gives up t.mu and takes it again.*\(check-then-act\)`
	t.mu.Unlock()
}
