// Package main heats a greenhouse until it is told to stop.
package main

import "fmt"

type heater struct {
	degrees int
	quit    chan struct{}
}

type greenhouse struct {
	*heater
	beds int
}

func newGreenhouse(beds int) *greenhouse {
	return &greenhouse{heater: &heater{degrees: 12}, beds: beds}
}

func (g *greenhouse) stopped() bool {
	select {
	case <-g.quit:
		return true
	default:
		return false
	}
}

func (g *greenhouse) heat() {
	for !g.stopped() && g.degrees < 20 {
		g.degrees++
	}
}

func (g *greenhouse) stop() {
	close(g.quit) // BUG
}

func main() {
	g := newGreenhouse(4)
	g.heat()
	g.stop()
	fmt.Println(g.degrees, "degrees")
}
