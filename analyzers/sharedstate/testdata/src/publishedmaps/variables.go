package publishedmaps

import (
	"maps"
	"sync"
	"sync/atomic"
)

// A Conf holds the map itself in its atomic.
type Conf struct {
	writer sync.Mutex
	cur    atomic.Pointer[map[string]string]
}

func NewConf() *Conf {
	c := &Conf{}
	first := make(map[string]string)
	first["made"] = "before anybody reads it"
	c.cur.Store(&first)
	return c
}

func (c *Conf) Get(key string) string { return (*c.cur.Load())[key] }

// Set changes the map that readers have, and stores it again.
func (c *Conf) Set(key, value string) {
	c.writer.Lock()
	defer c.writer.Unlock()
	m := *c.cur.Load() // related `the version with this map is loaded here`
	m[key] = value     // want `^likely data race: Set changes a map of the version that c.cur holds, which readers may have from Load at this time; .*\(publish-before-init\)$`
	c.cur.Store(&m)
}

// Replace changes a copy.
func (c *Conf) Replace(key, value string) {
	c.writer.Lock()
	defer c.writer.Unlock()
	m := maps.Clone(*c.cur.Load())
	m[key] = value
	c.cur.Store(&m)
}

// Later changes a variable that was given a copy in between.
func (c *Conf) Later(key, value string) {
	c.writer.Lock()
	defer c.writer.Unlock()
	m := *c.cur.Load()
	m = maps.Clone(m)
	m[key] = value
	c.cur.Store(&m)
}
