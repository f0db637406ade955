// Package rates caches exchange rates.
package rates

import (
	"sync"
	"sync/atomic"
	"time"
)

// Fetch asks the bank.
type Fetch func() (map[string]float64, error)

type snapshot struct {
	rates map[string]float64
	at    time.Time
}

// Cache returns rates at once and lets at most one caller at a time renew them.
type Cache struct {
	fetch   Fetch
	maxAge  time.Duration
	renewal sync.Mutex
	cur     atomic.Pointer[snapshot]
	failed  atomic.Int32
}

// New fetches the first rates.
func New(fetch Fetch, maxAge time.Duration) (*Cache, error) {
	c := &Cache{fetch: fetch, maxAge: maxAge}
	m, err := fetch()
	if err != nil {
		return nil, err
	}
	c.cur.Store(&snapshot{m, time.Now()})
	return c, nil
}

// Rate returns the rate of a currency, which may be a bit old.
func (c *Cache) Rate(currency string) (float64, bool) {
	s := c.cur.Load()
	if time.Since(s.at) > c.maxAge {
		s = c.refresh(s)
	}
	r, ok := s.rates[currency]
	return r, ok
}

func (c *Cache) refresh(old *snapshot) *snapshot {
	if !c.renewal.TryLock() {
		return old // somebody else is at it
	}
	defer c.renewal.Unlock()
	if s := c.cur.Load(); s != old {
		return s
	}
	m, err := c.fetch()
	if err != nil {
		c.failed.Add(1)
		return old
	}
	s := &snapshot{m, time.Now()}
	c.cur.Store(s)
	return s
}

// Failures counts the refreshes that went wrong.
func (c *Cache) Failures() int { return int(c.failed.Load()) }
