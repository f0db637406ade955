package prices

import (
	"slices"
	"testing"
	"time"
)

// A slow shop takes a while to answer, by the test's clock.
type slow struct {
	takes time.Duration
	cents int
}

func (s slow) Price(string) int {
	time.Sleep(s.takes)
	return s.cents
}

var shops = []Shop{slow{3 * time.Second, 300}, slow{time.Second, 100}, slow{2 * time.Second, 200}}

func TestPricesStandInTheOrderOfTheShops(t *testing.T) {
	bubble(t, func(t *testing.T) {
		got := All(shops, "apple")
		if want := []int{300, 100, 200}; !slices.Equal(got, want) {
			t.Errorf("All = %v, want %v: the prices stand in the order of the shops", got, want)
		}
	})
}

func TestShopsAreAskedAtTheSameTime(t *testing.T) {
	bubble(t, func(t *testing.T) {
		began := time.Now()
		All(shops, "apple")
		if took := time.Since(began); took != 3*time.Second {
			t.Errorf("three shops that take 3, 1 and 2 seconds took %v together.\nAsked at the same time they take as long as the slowest, 3s.", took)
		}
	})
}

func TestNoShops(t *testing.T) {
	bubble(t, func(t *testing.T) {
		if got := All(nil, "apple"); len(got) != 0 {
			t.Errorf("All of no shops = %v", got)
		}
	})
}
