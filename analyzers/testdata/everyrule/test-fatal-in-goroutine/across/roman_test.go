// Package roman tests a translator of Roman numerals.
package roman

import (
	"sync"
	"testing"
)

func value(numeral string) int {
	digits := map[rune]int{'I': 1, 'V': 5, 'X': 10, 'L': 50}
	sum, last := 0, 0
	for _, r := range numeral {
		d := digits[r]
		if last < d {
			sum -= 2 * last
		}
		sum += d
		last = d
	}
	return sum
}

func expect(t *testing.T, numeral string, want int) {
	t.Helper()
	if got := value(numeral); got != want {
		t.Fatalf("%s = %d, want %d", numeral, got, want) // BUG?
	}
}

func TestValue(t *testing.T) {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		expect(t, "XIV", 14) // BUG?
	}()
	expect(t, "XL", 40)
	wg.Wait()
}
