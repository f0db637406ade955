// Command merge mixes the readings of two sensors of a greenhouse into one
// log. The sensors deliver at different rates and stop independently.
package main

import (
	"fmt"
	"strings"
	"time"
)

type reading struct {
	sensor string
	value  float64
}

type sensor struct {
	name   string
	values []float64
	every  time.Duration
}

func (s sensor) start() <-chan reading {
	ch := make(chan reading)
	go func() {
		defer close(ch)
		tick := time.NewTicker(s.every)
		defer tick.Stop()
		for _, v := range s.values {
			<-tick.C
			ch <- reading{s.name, v}
		}
	}()
	return ch
}

type stats struct {
	n        int
	min, max float64
}

func (s *stats) add(v float64) {
	if s.n == 0 || v < s.min {
		s.min = v
	}
	if s.n == 0 || v > s.max {
		s.max = v
	}
	s.n++
}

func merge(temps, humid <-chan reading, out func(reading)) {
	tempsOpen, humidOpen := true, true
	for tempsOpen || humidOpen { // BUG: select-busy-loop
		select { // BUG: select-busy-loop
		case r, ok := <-temps: // BUG: select-busy-loop
			if !ok {
				tempsOpen = false
				continue
			}
			out(r)
		case r, ok := <-humid: // BUG: select-busy-loop
			if !ok {
				humidOpen = false
				continue
			}
			out(r)
		}
	}
}

func main() {
	t := sensor{"temp", []float64{18.5, 18.9, 19.4}, 5 * time.Millisecond}
	h := sensor{"humid", []float64{61, 63, 62, 66, 70, 69, 71}, 40 * time.Millisecond}

	all := map[string]*stats{}
	var log strings.Builder
	merge(t.start(), h.start(), func(r reading) {
		fmt.Fprintf(&log, "%-6s %5.1f\n", r.sensor, r.value)
		st := all[r.sensor]
		if st == nil {
			st = new(stats)
			all[r.sensor] = st
		}
		st.add(r.value)
	})

	fmt.Print(log.String())
	for _, name := range []string{t.name, h.name} {
		st := all[name]
		fmt.Printf("%s: %d readings between %.1f and %.1f\n", name, st.n, st.min, st.max)
	}
}
