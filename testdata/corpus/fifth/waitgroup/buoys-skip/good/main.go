package main

import (
	"errors"
	"fmt"
	"log"
	"os"
	"sync"
)

type buoy struct {
	id      string
	battery int
	waves   []float64
}

var errBattery = errors.New("battery empty")

func (b buoy) mean() (float64, error) {
	if b.battery < 5 {
		return 0, errBattery
	}
	s := 0.0
	for _, w := range b.waves {
		s += w
	}
	return s / float64(len(b.waves)), nil
}

type center struct {
	sync.WaitGroup
	log   *log.Logger
	means sync.Map
}

func (c *center) query(b buoy) {
	defer c.Done()
	m, err := b.mean()
	if err != nil {
		c.log.Printf("buoy %s: %v", b.id, err)
		return
	}
	c.means.Store(b.id, m)
}

func main() {
	c := &center{log: log.New(os.Stderr, "center ", 0)}
	fleet := []buoy{
		{"anholt", 80, []float64{0.4, 0.6}},
		{"kullen", 3, []float64{1.2}},
		{"hven", 51, []float64{0.2, 0.3, 0.1}},
	}
	c.Add(len(fleet))
	for _, b := range fleet {
		go c.query(b)
	}
	c.Wait()
	for _, b := range fleet {
		if m, ok := c.means.Load(b.id); ok {
			fmt.Printf("%s %.2f\n", b.id, m)
		}
	}
}
