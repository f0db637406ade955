package units

import (
	"math"
	"testing"
)

type result struct {
	ran bool
	got float64
}

func TestConvert(t *testing.T) {
	cases := []struct {
		name, from, to string
		in, want       float64
	}{
		{"up", "m", "km", 1500, 1.5},
		{"down", "in", "cm", 2, 5.08},
		{"same", "mi", "mi", 3, 3},
	}
	results := make([]result, len(cases))
	t.Cleanup(func() {
		for i, r := range results {
			if !r.ran {
				t.Errorf("case %d did not run", i)
			}
		}
	})
	for i, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			r := &results[i]
			r.ran = true
			var err error
			if r.got, err = Convert(c.in, c.from, c.to); err != nil {
				t.Fatal(err)
			}
			if math.Abs(r.got-c.want) > 1e-9 {
				t.Errorf("got %g, want %g", r.got, c.want)
			}
		})
	}
}

func TestUnknown(t *testing.T) {
	var errs [2]error
	t.Run("both", func(t *testing.T) {
		t.Run("from", func(t *testing.T) { t.Parallel(); _, errs[0] = Convert(1, "ell", "m") })
		t.Run("to", func(t *testing.T) { t.Parallel(); _, errs[1] = Convert(1, "m", "ell") })
	})
	if errs[0] == nil || errs[1] == nil {
		t.Error(errs)
	}
}
