// Package panel shows devices and wakes those that boot.
package panel

import (
	"fmt"
	"sort"
	"sync"

	"tenth/lock/statemachine/good/device"
)

// Panel shows the states of devices.
type Panel struct {
	mu    sync.Mutex
	shown map[string]device.State
}

// New makes an empty Panel.
func New() *Panel { return &Panel{shown: make(map[string]device.State)} }

// Attach follows a device.
func (p *Panel) Attach(d *device.Device) {
	p.mu.Lock()
	p.shown[d.Name()] = d.State()
	p.mu.Unlock()
	d.OnChange(p.changed)
}

func (p *Panel) changed(d *device.Device, s device.State) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.shown[d.Name()] = d.State()
	if s == device.Boot {
		d.Set(device.Ready)
	}
}

// Lines is what the panel shows.
func (p *Panel) Lines() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	out := make([]string, 0, len(p.shown))
	for n, s := range p.shown {
		out = append(out, fmt.Sprintf("%s is %s", n, s))
	}
	sort.Strings(out)
	return out
}
