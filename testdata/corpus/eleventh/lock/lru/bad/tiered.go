package lru

import "sync"

// Tiered puts a large slow tier behind a small fast one.
type Tiered struct {
	hot  *Cache[string, []byte]
	cold *Cache[string, []byte]

	mu   sync.Mutex
	peak int
}

func NewTiered(hot, cold int) *Tiered {
	t := new(Tiered)
	t.hot = New(hot, t.demote)
	t.cold = New[string, []byte](cold, nil)
	return t
}

func (t *Tiered) demote(key string, val []byte) {
	t.cold.Put(key, val)
	n := t.hot.Len() + t.cold.Len() // BUG: double-lock
	t.mu.Lock()
	t.peak = max(t.peak, n)
	t.mu.Unlock()
}

func (t *Tiered) Put(key string, val []byte) { t.hot.Put(key, val) }

func (t *Tiered) Get(key string) ([]byte, bool) {
	if v, ok := t.hot.Get(key); ok {
		return v, true
	}
	return t.cold.Get(key)
}

// Peak returns the largest number of entries held after a demotion.
func (t *Tiered) Peak() int {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.peak
}
