package thermostat

import "sync"

// Controller follows a target temperature.
type Controller struct {
	mu      sync.Mutex
	target  float64
	applied int
	changes chan float64
	idle    chan struct{}
	valve   func(delta float64)
}

// Start returns a running controller; valve is told about every change.
func Start(valve func(delta float64)) *Controller {
	c := &Controller{
		changes: make(chan float64),
		idle:    make(chan struct{}),
		valve:   valve,
	}
	go c.loop()
	return c
}

func (c *Controller) loop() {
	defer close(c.idle)
	for delta := range c.changes {
		c.valve(delta)
		c.note()
	}
}

func (c *Controller) note() {
	c.mu.Lock()
	c.applied++
	c.mu.Unlock()
}

// Set changes the target. It is called from one goroutine.
func (c *Controller) Set(t float64) {
	c.mu.Lock()
	delta := t - c.target
	c.target = t
	c.mu.Unlock()
	c.changes <- delta
}

// Status reports the target and the number of changes carried out.
func (c *Controller) Status() (target float64, applied int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.target, c.applied
}

// Close waits until the last change has been carried out. No Set may follow.
func (c *Controller) Close() {
	close(c.changes)
	<-c.idle
}
