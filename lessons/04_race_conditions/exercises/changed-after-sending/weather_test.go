package weather

import (
	"slices"
	"testing"
)

// A sensor that gets warmer.
type sensor struct{ celsius float64 }

func (s *sensor) Celsius() float64 {
	s.celsius++
	return s.celsius
}

// A steady sensor always says the same.
type steady struct{}

func (steady) Celsius() float64 { return 20 }

// Readings are kept while the next ones are measured: for the race detector
// (go test -race).
func TestReadingsAreKept(t *testing.T) {
	kept := Keep(steady{}, 2)
	if len(kept) != 2 {
		t.Errorf("two readings were taken and %d are kept", len(kept))
	}
}

// The receiver is slow: it looks when the last reading has been sent.
func TestASentReadingStaysAsItWas(t *testing.T) {
	readings := make(chan *Reading, 3)
	finish(t, func() { Measure(&sensor{}, 3, readings) })
	var got []Reading
	for r := range readings {
		got = append(got, *r)
	}
	if want := []Reading{{0, 1}, {1, 2}, {2, 3}}; !slices.Equal(got, want) {
		t.Errorf("sent were %v, and the receiver finds %v.\nThe sender has written the next reading into the one that it had sent.", want, got)
	}
}

func TestNothingToMeasure(t *testing.T) {
	finish(t, func() {
		if kept := Keep(steady{}, 0); len(kept) != 0 {
			t.Errorf("no readings were taken and %v are kept", kept)
		}
	})
}
