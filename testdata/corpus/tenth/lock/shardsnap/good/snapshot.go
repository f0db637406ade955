package counts

import "maps"

// Snapshot is the state of all shards at one moment.
type Snapshot struct {
	Views map[string]int
	Sum   int
}

// Snapshot reads all shards while none can change.
func (c *Counter) Snapshot() Snapshot {
	for i := range c.shards {
		s := &c.shards[i]
		s.Lock()
		defer s.Unlock()
	}
	return c.merge()
}

// Drain reads and empties all shards while none can change.
func (c *Counter) Drain() Snapshot {
	for i := range c.shards {
		c.shards[i].Lock()
	}
	defer func() {
		for i := range c.shards {
			c.shards[i].Unlock()
		}
	}()
	snap := c.merge()
	for i := range c.shards {
		clear(c.shards[i].views)
		c.shards[i].sum = 0
	}
	return snap
}

// merge needs the locks of all shards.
func (c *Counter) merge() Snapshot {
	snap := Snapshot{Views: make(map[string]int)}
	for i := range c.shards {
		maps.Copy(snap.Views, c.shards[i].views)
		snap.Sum += c.shards[i].sum
	}
	return snap
}
