// Package rocket checks the stages of a rocket before the start.
package rocket

import (
	"fmt"
	"slices"
	"sync"
)

// check is one running inspection.
type check struct {
	wg     sync.WaitGroup
	faults chan string
}

// Stage is a part of the rocket.
type Stage struct {
	Name string
	Fuel int
	Need int
}

func inspect(c *check, s Stage) {
	defer c.wg.Done()
	if s.Fuel < s.Need {
		c.faults <- fmt.Sprintf("%s: %d of %d", s.Name, s.Fuel, s.Need)
	}
}

// Faults inspects all stages at once and lists what is wrong.
func Faults(stages []Stage) []string {
	c := check{faults: make(chan string, len(stages))}
	for _, s := range stages {
		c.wg.Add(1)
		go inspect(&c, s)
	}
	c.wg.Wait()
	close(c.faults)
	var out []string
	for f := range c.faults {
		out = append(out, f)
	}
	slices.Sort(out)
	return out
}
