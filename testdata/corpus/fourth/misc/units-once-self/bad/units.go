// Package units converts lengths.
package units

import (
	"fmt"
	"sync"
)

// Table knows units and how many metres they have. Use Standard or a new
// Table with more definitions.
type Table struct {
	// Extra is added to the built-in units; each is a multiple of another one.
	Extra []Def

	once  sync.Once
	metre map[string]float64
}

// Def defines a unit as n times another unit.
type Def struct {
	Name  string
	N     float64
	Other string
}

var builtin = []Def{
	{"km", 1000, "m"},
	{"cm", 0.01, "m"},
	{"inch", 2.54, "cm"},
	{"foot", 12, "inch"},
	{"mile", 5280, "foot"},
}

// Standard has only the built-in units.
var Standard = &Table{}

func (t *Table) build() {
	t.metre = map[string]float64{"m": 1}
	for _, d := range append(builtin[:len(builtin):len(builtin)], t.Extra...) {
		base, ok := t.Metres(d.Other) // BUG: once-deadlock
		if !ok {
			panic("units: " + d.Name + ": unknown base " + d.Other)
		}
		t.metre[d.Name] = d.N * base
	}
}

// Metres returns how many metres a unit has.
func (t *Table) Metres(unit string) (float64, bool) {
	t.once.Do(t.build) // BUG: once-deadlock
	m, ok := t.metre[unit]
	return m, ok
}

// Convert turns x of one unit into the other one.
func (t *Table) Convert(x float64, from, to string) (float64, error) {
	f, ok1 := t.Metres(from)
	g, ok2 := t.Metres(to)
	if !ok1 || !ok2 {
		return 0, fmt.Errorf("units: cannot convert %s to %s", from, to)
	}
	return x * f / g, nil
}
