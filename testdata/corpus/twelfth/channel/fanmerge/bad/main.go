// A toy greenhouse: two probes report at their own pace, a controller merges
// the readings and decides about the vents.
package main

import (
	"fmt"
	"time"
)

type reading struct {
	probe string
	seq   int
	value float64
}

type probe interface {
	start() <-chan reading
}

type humidity struct{ samples int }

type thermo struct {
	every   time.Duration
	samples int
}

func (h humidity) start() <-chan reading {
	ch := make(chan reading, h.samples)
	for i := range h.samples {
		ch <- reading{"humidity", i, 0.4 + float64(i)/50}
	}
	close(ch)
	return ch
}

func (t thermo) start() <-chan reading {
	ch := make(chan reading)
	go func() {
		defer close(ch)
		tick := time.NewTicker(t.every)
		defer tick.Stop()
		for i := range t.samples {
			<-tick.C
			ch <- reading{"thermo", i, 20 + float64(i)}
		}
	}()
	return ch
}

type controller struct {
	last  map[string]float64
	vents bool
	log   []string
}

func (c *controller) apply(r reading) {
	c.last[r.probe] = r.value
	want := c.last["thermo"] > 24 || c.last["humidity"] > 0.55
	if want != c.vents {
		c.vents = want
		c.log = append(c.log, fmt.Sprintf("vents=%v after %s #%d", want, r.probe, r.seq))
	}
}

func (c *controller) run(wet, warm <-chan reading) {
	wetOpen, warmOpen := true, true
	for wetOpen || warmOpen { // BUG: select-busy-loop
		select { // BUG: select-busy-loop
		case r, ok := <-wet: // BUG: select-busy-loop
			if !ok {
				wetOpen = false
				continue
			}
			c.apply(r)
		case r, ok := <-warm: // BUG: select-busy-loop
			if !ok {
				warmOpen = false
				continue
			}
			c.apply(r)
		}
	}
}

func main() {
	var probes = map[string]probe{
		"wet":  humidity{samples: 10},
		"warm": thermo{every: 5 * time.Millisecond, samples: 12},
	}
	c := &controller{last: map[string]float64{}}
	begin := time.Now()
	c.run(probes["wet"].start(), probes["warm"].start())
	for _, line := range c.log {
		fmt.Println(line)
	}
	fmt.Println("final:", c.vents, "quick:", time.Since(begin) < time.Second)
}
