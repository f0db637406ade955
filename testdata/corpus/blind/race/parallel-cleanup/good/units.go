// Package units converts lengths.
package units

import "fmt"

// factors is only read.
var factors = map[string]float64{"m": 1, "km": 1000, "cm": 0.01, "in": 0.0254, "mi": 1609.344}

// Convert converts v.
func Convert(v float64, from, to string) (float64, error) {
	f, ok := factors[from]
	if !ok {
		return 0, fmt.Errorf("unknown unit %q", from)
	}
	t, ok := factors[to]
	if !ok {
		return 0, fmt.Errorf("unknown unit %q", to)
	}
	return v * f / t, nil
}
