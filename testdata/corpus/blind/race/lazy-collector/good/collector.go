package collect

import (
	"sync"
	"time"
)

type Sample struct {
	Key string
	N   int
}

// Collector sums samples. The zero value is ready; Close it only after
// the last Add.
type Collector struct {
	start sync.Once
	in    chan Sample
	ask   chan chan map[string]int
	quit  chan struct{}
	ended chan struct{}

	sums  map[string]int // owned by run
	began time.Time      // written before run starts
}

func (c *Collector) init() {
	c.start.Do(func() {
		c.in = make(chan Sample)
		c.ask = make(chan chan map[string]int)
		c.quit = make(chan struct{})
		c.ended = make(chan struct{})
		c.sums = make(map[string]int)
		c.began = time.Now()
		go c.run()
	})
}

func (c *Collector) run() {
	defer close(c.ended)
	for {
		select {
		case s := <-c.in:
			c.sums[s.Key] += s.N
		case reply := <-c.ask:
			m := make(map[string]int, len(c.sums))
			for k, v := range c.sums {
				m[k] = v
			}
			reply <- m
		case <-c.quit:
			return
		}
	}
}

func (c *Collector) Add(key string, n int) {
	c.init()
	c.in <- Sample{key, n}
}

func (c *Collector) Sums() map[string]int {
	c.init()
	reply := make(chan map[string]int)
	c.ask <- reply
	return <-reply
}

func (c *Collector) Close() (map[string]int, time.Duration) {
	c.init()
	close(c.quit)
	<-c.ended
	return c.sums, time.Since(c.began)
}
