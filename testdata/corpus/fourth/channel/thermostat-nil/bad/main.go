package main

import (
	"fmt"
	"sync"
)

type command int

const (
	warmer command = iota
	colder
	off
)

// thermostat is driven by commands sent to it.
type thermostat struct {
	room   string
	target int
	step   int
	cmds   chan command
	wg     sync.WaitGroup
}

func newThermostat(room string) *thermostat {
	return &thermostat{room: room, target: 20, step: 1, cmds: make(chan command)}
}

// newCoarse makes one that works in big steps.
func newCoarse(room string, step int) *thermostat {
	return &thermostat{ // BUG: nil-channel
		room:   room,
		target: 20,
		step:   step,
	}
}

func (t *thermostat) start() {
	t.wg.Add(1)
	go func() {
		defer t.wg.Done()
		for {
			switch <-t.cmds { // BUG: nil-channel
			case warmer:
				t.target += t.step
			case colder:
				t.target -= t.step
			case off:
				return
			}
		}
	}()
}

func (t *thermostat) press(c ...command) {
	for _, x := range c {
		t.cmds <- x // BUG: nil-channel
	}
}

func main() {
	kitchen, hall := newThermostat("kitchen"), newCoarse("hall", 5)
	for _, t := range []*thermostat{kitchen, hall} {
		t.start()
	}
	kitchen.press(warmer, warmer, off)
	hall.press(colder, off)
	for _, t := range []*thermostat{kitchen, hall} {
		t.wg.Wait()
		fmt.Printf("%s: %d degrees\n", t.room, t.target)
	}
}
