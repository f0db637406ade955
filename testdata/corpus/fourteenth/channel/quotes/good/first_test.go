package quotes

import (
	"errors"
	"runtime"
	"testing"
	"time"
)

func supplier(price int, after time.Duration) func() (int, error) {
	return func() (int, error) {
		time.Sleep(after)
		if price == 0 {
			return 0, errors.New("out of stock")
		}
		return price, nil
	}
}

func TestFirst(t *testing.T) {
	before := runtime.NumGoroutine()
	for range 10 {
		p, err := First(supplier(0, 0), supplier(30, time.Millisecond), supplier(28, 40*time.Millisecond))
		if err != nil || p != 30 {
			t.Fatalf("got %d, %v", p, err)
		}
	}
	if _, err := First(supplier(0, 0), supplier(0, 0)); !errors.Is(err, ErrNone) {
		t.Errorf("got %v", err)
	}
	for range 100 {
		if runtime.NumGoroutine() <= before {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Errorf("%d goroutines, %d at the start", runtime.NumGoroutine(), before)
}
