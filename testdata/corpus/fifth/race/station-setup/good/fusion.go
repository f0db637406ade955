// Package fusion averages several noisy sensors.
package fusion

import (
	"sync"
	"time"
)

// Sensor delivers a value.
type Sensor interface{ Read() float64 }

// SensorFunc turns a function into a Sensor.
type SensorFunc func() float64

func (f SensorFunc) Read() float64 { return f() }

// Fuser polls sensors in the background.
// Configure it first: SetWeight, SetInterval and Attach must not be called after Start.
type Fuser struct {
	sensors  []Sensor
	weights  map[string]float64
	names    []string
	interval time.Duration
	quit     chan struct{}
	wg       sync.WaitGroup

	mu    sync.Mutex
	value float64
	n     int
}

// NewFuser returns a stopped Fuser.
func NewFuser() *Fuser {
	return &Fuser{weights: make(map[string]float64), interval: 10 * time.Millisecond}
}

// Attach adds a sensor.
func (f *Fuser) Attach(name string, s Sensor) *Fuser {
	f.names = append(f.names, name)
	f.sensors = append(f.sensors, s)
	if _, ok := f.weights[name]; !ok {
		f.weights[name] = 1
	}
	return f
}

// SetWeight says how far a sensor is trusted.
func (f *Fuser) SetWeight(name string, w float64) *Fuser {
	f.weights[name] = w
	return f
}

// SetInterval changes the polling interval.
func (f *Fuser) SetInterval(d time.Duration) *Fuser {
	f.interval = d
	return f
}

// Start begins to poll.
func (f *Fuser) Start() {
	f.quit = make(chan struct{})
	f.wg.Go(f.poll)
}

// Stop ends polling. Afterwards the Fuser may be changed and started again.
func (f *Fuser) Stop() {
	close(f.quit)
	f.wg.Wait()
	f.quit = nil
}

func (f *Fuser) poll() {
	tick := time.NewTicker(f.interval)
	defer tick.Stop()
	for {
		select {
		case <-f.quit:
			return
		case <-tick.C:
			f.store(f.sample())
		}
	}
}

func (f *Fuser) sample() float64 {
	var sum, total float64
	for i, s := range f.sensors {
		w := f.weights[f.names[i]]
		sum += w * s.Read()
		total += w
	}
	if total == 0 {
		return 0
	}
	return sum / total
}

func (f *Fuser) store(v float64) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.value = v
	f.n++
}

// Value returns the last average and the number of samples. It may be called at any time.
func (f *Fuser) Value() (float64, int) {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.value, f.n
}
