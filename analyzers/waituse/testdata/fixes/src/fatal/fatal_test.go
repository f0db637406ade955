// Package fatal ends a test from elsewhere.
package fatal

import "testing"

func half(n int) (int, error) { return n / 2, nil }

func TestHalf(t *testing.T) {
	results := make(chan int, 1)
	go func() {
		defer close(results)
		h, err := half(2)
		if err != nil {
			t.Fatalf("half: %v", err) // want `\(test-fatal-in-goroutine\)`
		}
		results <- h
	}()
	<-results
}
