// Package counts counts page views in shards that can be read as one.
package counts

import (
	"hash/maphash"
	"sync"
)

const shardCount = 8

type shard struct {
	sync.Mutex
	views map[string]int
	sum   int
}

// Counter is the set of shards.
type Counter struct {
	seed   maphash.Seed
	shards [shardCount]shard
}

// New makes an empty Counter.
func New() *Counter {
	c := &Counter{seed: maphash.MakeSeed()}
	for i := range c.shards {
		c.shards[i].views = make(map[string]int)
	}
	return c
}

func (c *Counter) index(page string) int {
	return int(maphash.String(c.seed, page) % shardCount)
}

// View counts one view.
func (c *Counter) View(page string) {
	s := &c.shards[c.index(page)]
	s.Lock()
	defer s.Unlock()
	s.views[page]++
	s.sum++
}

// Rename adds the views of one page to another.
func (c *Counter) Rename(from, to string) {
	a, b := c.index(from), c.index(to)
	unlock := c.lockPair(a, b)
	defer unlock()
	n := c.shards[a].views[from]
	delete(c.shards[a].views, from)
	c.shards[a].sum -= n
	c.shards[b].views[to] += n
	c.shards[b].sum += n
}

// lockPair locks one or two shards, the lower index first.
func (c *Counter) lockPair(a, b int) (unlock func()) {
	if a == b {
		c.shards[a].Lock()
		return c.shards[a].Unlock
	}
	lo, hi := &c.shards[min(a, b)], &c.shards[max(a, b)]
	lo.Lock()
	hi.Lock()
	return func() {
		hi.Unlock()
		lo.Unlock()
	}
}
