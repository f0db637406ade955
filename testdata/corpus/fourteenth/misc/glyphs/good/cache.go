package glyphs

import "sync"

type slot[V any] struct {
	once sync.Once
	val  V
	err  error
}

// Cache draws every glyph once, even when many ask for it at the same time.
type Cache[K comparable, V any] struct {
	mu    sync.RWMutex
	slots map[K]*slot[V]
	draw  func(K) (V, error)
}

// New returns an empty cache.
func New[K comparable, V any](draw func(K) (V, error)) *Cache[K, V] {
	return &Cache[K, V]{slots: make(map[K]*slot[V]), draw: draw}
}

func (c *Cache[K, V]) slot(k K) *slot[V] {
	c.mu.RLock()
	s, ok := c.slots[k]
	c.mu.RUnlock()
	if ok {
		return s
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if s, ok = c.slots[k]; !ok {
		s = new(slot[V])
		c.slots[k] = s
	}
	return s
}

// Get returns the glyph for k.
func (c *Cache[K, V]) Get(k K) (V, error) {
	s := c.slot(k)
	s.once.Do(func() { s.val, s.err = c.draw(k) })
	return s.val, s.err
}

// Len counts the glyphs that have been asked for.
func (c *Cache[K, V]) Len() int {
	c.mu.RLock()
	defer c.mu.RUnlock()
	return len(c.slots)
}
