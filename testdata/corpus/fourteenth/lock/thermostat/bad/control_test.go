package thermostat

import "testing"

func TestRampUp(t *testing.T) {
	var opening float64
	c := Start(func(delta float64) { opening += delta })
	for i := 1; i <= 500; i++ {
		c.Set(float64(i) / 4) // BUG: lock-held-across-blocking
	}
	c.Close()
	target, applied := c.Status()
	if target != 125 || applied != 500 || opening != 125 {
		t.Errorf("target %v, applied %d, opening %v", target, applied, opening)
	}
}
