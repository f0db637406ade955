package main

import (
	"fmt"
	"log"
	"sync"
)

type alarm struct {
	sensor  string
	celsius float64
}

type option func(*monitor)

// monitor compares readings with a limit and raises alarms.
type monitor struct {
	limit  float64
	alarms chan alarm
	log    *log.Logger
}

func withBuffer(n int) option {
	return func(m *monitor) { m.alarms = make(chan alarm, n) }
}

func withLogger(l *log.Logger) option {
	return func(m *monitor) { m.log = l }
}

func newMonitor(limit float64, opts ...option) *monitor {
	m := &monitor{limit: limit, log: log.Default()} // BUG: nil-channel
	for _, o := range opts {
		o(m)
	}
	return m
}

func (m *monitor) feed(sensor string, readings []float64) {
	for _, c := range readings {
		if c > m.limit {
			m.alarms <- alarm{sensor, c} // BUG: nil-channel
		}
	}
}

func (m *monitor) run(data map[string][]float64) <-chan alarm {
	var feeds sync.WaitGroup
	for s, r := range data {
		feeds.Go(func() { m.feed(s, r) })
	}
	go func() {
		feeds.Wait()
		close(m.alarms)
	}()
	return m.alarms
}

func main() {
	quiet := newMonitor(90, withBuffer(2))
	for a := range quiet.run(map[string][]float64{"attic": {18, 22}}) {
		fmt.Println("unexpected", a)
	}

	m := newMonitor(40)
	hot := 0
	for range m.run(map[string][]float64{ // BUG: nil-channel
		"oven":   {30, 180, 220},
		"fridge": {4, 5},
		"engine": {39, 95},
	}) {
		hot++
	}
	fmt.Println("alarms:", hot)
}
