// Package aquarium switches the lamps of an aquarium.
package aquarium

import "time"

// Lamp is the lamp over a tank.
type Lamp struct {
	Switch func(on bool)
	Hours  int
}

// Aquarium is a tank with a lamp.
type Aquarium struct {
	lamp Lamp
}

// New returns an aquarium with the given lamp.
func New(l Lamp) *Aquarium {
	return &Aquarium{lamp: l}
}

// Day switches the lamp on and returns; it goes off in the evening.
func (a *Aquarium) Day() {
	go a.light()
}

func (a *Aquarium) light() {
	a.lamp.Switch(true)
	time.Sleep(time.Duration(a.lamp.Hours) * time.Hour)
	a.lamp.Switch(false)
	select {} // BUG
}
