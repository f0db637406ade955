// Package weather reads the wind from a slow anemometer with a time limit.
package weather

import (
	"errors"
	"time"
)

// ErrSlow tells that the anemometer did not answer in time.
var ErrSlow = errors.New("weather: anemometer too slow")

type reading struct {
	measure func() float64
	speed   chan float64
}

func (r *reading) run() {
	r.speed <- r.measure() // BUG
}

// Wind measures the wind and gives up after the limit.
func Wind(measure func() float64, limit time.Duration) (float64, error) {
	r := &reading{measure: measure, speed: make(chan float64)}
	go r.run()
	select {
	case s := <-r.speed:
		return s, nil
	case <-time.After(limit):
		return 0, ErrSlow
	}
}
