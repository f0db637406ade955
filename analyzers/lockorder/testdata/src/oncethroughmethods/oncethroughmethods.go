// Package oncethroughmethods fills tables when they are asked for the first time.
package oncethroughmethods

import "sync"

// A Table builds itself with the method that builds it.
type Table struct {
	once  sync.Once
	metre map[string]float64
}

func (t *Table) build() { // related `^this function runs within Do, and what it calls comes back \(once-recursion\)$`
	t.metre = map[string]float64{"m": 1}
	t.metre["km"] = 1000 * t.Metres("m")
}

func (t *Table) Metres(unit string) float64 {
	t.once.Do(t.build) // want `deadlock: the function of this Once calls Do of the same Once and waits for itself \(once-recursion\)`
	return t.metre[unit]
}

// A Right table looks at what it has so far.
type Right struct {
	once  sync.Once
	metre map[string]float64
}

func (r *Right) build() {
	r.metre = map[string]float64{"m": 1}
	r.metre["km"] = 1000 * r.metre["m"]
}

func (r *Right) Metres(unit string) float64 {
	r.once.Do(r.build)
	return r.metre[unit]
}

// A Chain builds on another chain, with a Once of its own.
type Chain struct {
	once  sync.Once
	below *Chain
	depth int
}

func (c *Chain) Depth() int {
	c.once.Do(func() {
		if c.below != nil {
			c.depth = c.below.Depth() + 1
		}
	})
	return c.depth
}
