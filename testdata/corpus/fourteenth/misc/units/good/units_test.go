package units

import (
	"fmt"
	"math"
	"testing"
)

var samples = []struct {
	unit string
	in   float64
	want float64
}{
	{"km", 2, 2000},
	{"miles", 1, 1609.344},
	{"ft", 10, 3.048},
	{"degF", 212, 100},
}

func TestToBase(t *testing.T) {
	results := make([]float64, len(samples))
	var checked int
	t.Run("group", func(t *testing.T) {
		for i, s := range samples {
			t.Run(fmt.Sprint(i, s.unit), func(t *testing.T) {
				t.Parallel()
				got, err := ToBase(s.unit, s.in)
				if err != nil {
					t.Fatal(err)
				}
				results[i] = got
			})
		}
	})
	for i, s := range samples {
		if math.Abs(results[i]-s.want) > 1e-9 {
			t.Errorf("%s: got %v, want %v", s.unit, results[i], s.want)
		}
		checked++
	}
	if checked != Known() {
		t.Errorf("checked %d of %d", checked, Known())
	}
}

func TestUnknown(t *testing.T) {
	t.Parallel()
	if _, err := ToBase("cubit", 1); err == nil {
		t.Error("expected an error")
	}
}
