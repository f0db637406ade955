package dims

import "testing"

func mustParse(t *testing.T, s string) Size {
	t.Helper()
	size, err := Parse(s)
	if err != nil {
		t.Fatalf("parse: %v", err) // BUG: t-fatal-goroutine
	}
	return size
}

func TestSum(t *testing.T) {
	in := []string{"1x2", "3x4", "10", "5x5"}
	areas := make(chan int)
	for _, s := range in {
		go func() { // BUG: t-fatal-goroutine
			areas <- mustParse(t, s).Area() // BUG: t-fatal-goroutine
		}()
	}
	sum := 0
	for range in {
		sum += <-areas // BUG: recv-no-sender
	}
	if sum != 39 {
		t.Error(sum)
	}
}
