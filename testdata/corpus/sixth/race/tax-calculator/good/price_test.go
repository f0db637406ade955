package price

import (
	"testing"
	"time"
)

func TestGross(t *testing.T) {
	cases := []struct {
		name string
		tax  int
		want []int
	}{
		{"none", 0, []int{0, 100, 200, 300, 400}},
		{"low", 7, []int{0, 107, 214, 321, 428}},
		{"high", 19, []int{0, 119, 238, 357, 476}},
		{"luxury", 33, []int{0, 133, 266, 399, 532}},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			calc := &Calculator{}
			calc.TaxPercent = tc.tax
			for i, want := range tc.want {
				if got := calc.Gross(i * 100); got != want {
					t.Errorf("got %d, want %d", got, want)
				}
				time.Sleep(time.Millisecond)
			}
		})
	}
}
