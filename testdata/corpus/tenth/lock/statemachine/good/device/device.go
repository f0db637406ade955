// Package device follows the state of a device and tells others about it.
package device

import (
	"slices"
	"sync"
)

// State is a device's state.
type State string

// The states.
const (
	Off   State = "off"
	Boot  State = "boot"
	Ready State = "ready"
)

// Listener is told of each new state. It may call the device.
type Listener func(d *Device, s State)

// Device is a device.
type Device struct {
	name string

	mu        sync.Mutex
	state     State
	queue     []State
	busy      bool
	listeners []Listener
	log       []State
}

// New makes a Device that is off.
func New(name string) *Device { return &Device{name: name, state: Off} }

// Name is the device's name.
func (d *Device) Name() string { return d.name }

// OnChange adds a listener.
func (d *Device) OnChange(l Listener) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.listeners = append(d.listeners, l)
}

// State is the current state.
func (d *Device) State() State {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.state
}

// Set queues a state. One of the callers delivers for all.
func (d *Device) Set(s State) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.queue = append(d.queue, s)
	if d.busy {
		return
	}
	d.busy = true
	defer func() { d.busy = false }()
	for len(d.queue) > 0 {
		next := d.queue[0]
		d.queue = d.queue[1:]
		if next == d.state {
			continue
		}
		d.state = next
		d.log = append(d.log, next)
		d.deliver(next)
	}
}

// deliver calls the listeners without the lock, which the caller holds.
func (d *Device) deliver(s State) {
	ls := slices.Clone(d.listeners)
	d.mu.Unlock()
	defer d.mu.Lock()
	for _, l := range ls {
		l(d, s)
	}
}

// Log lists the states that the device had.
func (d *Device) Log() []State {
	d.mu.Lock()
	defer d.mu.Unlock()
	return slices.Clone(d.log)
}
