package units

import (
	"fmt"
	"strings"
)

type scale struct {
	factor float64
	offset float64
}

var scales = map[string]scale{
	"km":   {factor: 1000},
	"mile": {factor: 1609.344},
	"ft":   {factor: 0.3048},
	"degF": {factor: 5.0 / 9, offset: -32},
}

var register = func() []string {
	names := make([]string, 0, len(scales))
	for n := range scales {
		names = append(names, n)
	}
	return names
}()

// ToBase converts a value to the base unit.
func ToBase(unit string, v float64) (float64, error) {
	s, ok := scales[strings.TrimSuffix(unit, "s")]
	if !ok {
		return 0, fmt.Errorf("unknown unit %q", unit)
	}
	return (v + s.offset) * s.factor, nil
}

// Known counts the units.
func Known() int { return len(register) }
