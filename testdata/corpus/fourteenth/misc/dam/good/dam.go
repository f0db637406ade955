package dam

import "sync"

// Dam tracks the level behind its gates.
type Dam struct {
	mu    sync.Mutex
	level int
	gates []bool
}

// New returns a dam with all gates shut.
func New(gates int) *Dam { return &Dam{gates: make([]bool, gates)} }

func (d *Dam) hold() (release func()) {
	d.mu.Lock()
	return d.mu.Unlock
}

func (d *Dam) with(f func(*Dam)) {
	release := d.hold()
	defer release()
	f(d)
}

func (d *Dam) flow() (n int) {
	for _, open := range d.gates {
		if open {
			n++
		}
	}
	return n
}

// Rain raises the level.
func (d *Dam) Rain(cm int) {
	defer d.hold()()
	d.level += cm
}

// Turn opens or shuts a gate; it tells whether anything changed.
func (d *Dam) Turn(gate int, open bool) (changed bool) {
	d.with(func(d *Dam) {
		changed = d.gates[gate] != open
		d.gates[gate] = open
	})
	return changed
}

// Hour lets water through the open gates.
func (d *Dam) Hour() int {
	defer d.hold()()
	d.level = max(0, d.level-d.flow())
	return d.level
}
