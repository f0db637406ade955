package main

import "fmt"

type cue struct {
	track int
	gain  float64
}

type desk struct {
	cues   chan cue
	meters chan float64
	gains  [4]float64
	limit  float64
}

type option func(*desk)

func withLimit(g float64) option { return func(d *desk) { d.limit = g } }

func withMeterBuffer(n int) option {
	return func(d *desk) { d.meters = make(chan float64, n) }
}

func newDesk(opts ...option) *desk {
	d := &desk{cues: make(chan cue), meters: make(chan float64), limit: 1}
	for _, o := range opts {
		o(d)
	}
	return d
}

func (d *desk) loop() {
	defer close(d.meters)
	for c := range d.cues {
		d.gains[c.track] = min(c.gain, d.limit)
		sum := 0.0
		for _, g := range d.gains {
			sum += g
		}
		d.meters <- sum
	}
}

func play(d *desk, script []cue) {
	defer close(d.cues)
	for _, c := range script {
		d.cues <- c
	}
}

func main() {
	script := []cue{{0, 0.5}, {1, 0.25}, {0, 2}, {3, 0.125}}
	for _, opts := range [][]option{{withMeterBuffer(2)}, {withLimit(1.5)}} {
		d := newDesk(opts...)
		go d.loop()
		go play(d, script)
		peak := 0.0
		for level := range d.meters {
			peak = max(peak, level)
		}
		fmt.Println("peak", peak)
	}
}
