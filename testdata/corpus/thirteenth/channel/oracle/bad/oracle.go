// Package oracle answers distance questions from a single goroutine that
// owns the map.
package oracle

import "math"

type point struct{ x, y float64 }

type question struct {
	from, to string
	reply    chan float64
}

// Oracle knows where cities are.
type Oracle struct {
	questions chan question
	places    chan map[string]point
}

// New starts an oracle. Close must be called to stop it.
func New() *Oracle {
	o := &Oracle{
		questions: make(chan question),
		places:    make(chan map[string]point),
	}
	go o.serve()
	return o
}

func (o *Oracle) serve() {
	known := map[string]point{}
	for {
		select {
		case add := <-o.places:
			for name, p := range add {
				known[name] = p
			}
		case q, ok := <-o.questions:
			if !ok {
				return
			}
			a, okA := known[q.from]
			b, okB := known[q.to]
			if !okA || !okB {
				continue // BUG: recv-no-sender
			}
			q.reply <- math.Hypot(a.x-b.x, a.y-b.y)
		}
	}
}

// Learn adds a city.
func (o *Oracle) Learn(name string, x, y float64) {
	o.places <- map[string]point{name: {x, y}}
}

// Distance returns the distance of two cities, NaN if one is unknown.
func (o *Oracle) Distance(from, to string) float64 {
	q := question{from, to, make(chan float64, 1)}
	o.questions <- q
	return <-q.reply // BUG: recv-no-sender
}

// Close stops the oracle; no method may be called afterwards.
func (o *Oracle) Close() { close(o.questions) }
