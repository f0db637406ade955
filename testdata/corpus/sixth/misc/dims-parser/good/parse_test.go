package dims

import "testing"

func area(t *testing.T, s string) int {
	t.Helper()
	size, err := Parse(s)
	if err != nil {
		t.Logf("parse: %v", err)
		return 0
	}
	return size.Area()
}

func TestSum(t *testing.T) {
	in := []string{"1x2", "3x4", "10", "5x5"}
	areas := make(chan int)
	for _, s := range in {
		go func() {
			areas <- area(t, s)
		}()
	}
	sum := 0
	for range in {
		sum += <-areas
	}
	if sum != 39 {
		t.Error(sum)
	}
}
