// Package weather sends readings of a sensor to somebody who keeps them.
package weather

// A Sensor measures the temperature.
type Sensor interface {
	Celsius() float64
}

// A Reading is one temperature.
type Reading struct {
	Number  int // from 0
	Celsius float64
}

// room is how many readings may lie in the channel.
const room = 1

// Measure takes n readings, sends each one, and closes the channel at the end.
func Measure(sensor Sensor, n int, to chan<- *Reading) {
	defer close(to)
	pair := [2]*Reading{new(Reading), new(Reading)}
	for i := range n {
		reading := pair[i%2]
		reading.Number = i
		reading.Celsius = sensor.Celsius()
		to <- reading
	}
}

// Keep takes n readings and returns them. They are looked at while the next ones
// are being measured.
func Keep(sensor Sensor, n int) []Reading {
	readings := make(chan *Reading, room)
	go Measure(sensor, n, readings)
	var kept []Reading
	for r := range readings {
		kept = append(kept, *r)
	}
	return kept
}
