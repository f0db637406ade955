package pages

import "sync"

type Cache struct {
	mu     sync.RWMutex
	pages  map[string]string
	render func(string) string
	built  int
}

func NewCache(render func(string) string) *Cache {
	return &Cache{pages: make(map[string]string), render: render}
}

func (c *Cache) Page(name string) string {
	c.mu.RLock()
	p, ok := c.pages[name]
	c.mu.RUnlock()
	if ok {
		return p
	}

	c.mu.Lock()
	defer c.mu.Unlock()
	if p, ok := c.pages[name]; ok { // somebody was faster
		return p
	}
	p = c.render(name)
	c.pages[name] = p
	c.built++
	return p
}

func (c *Cache) Built() int {
	c.mu.RLock()
	defer c.mu.RUnlock()
	return c.built
}
