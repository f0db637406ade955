package memo

import (
	"errors"
	"sync"
	"testing"
)

func collatz(n int) (int, error) {
	if n <= 0 {
		return 0, errors.New("not positive")
	}
	steps := 0
	for n != 1 {
		if n%2 == 0 {
			n /= 2
		} else {
			n = 3*n + 1
		}
		steps++
	}
	return steps, nil
}

func TestGet(t *testing.T) {
	m := New(collatz)
	if _, err := m.Get(0); err == nil {
		t.Error("want an error")
	}
	var wg sync.WaitGroup
	for w := range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := 1; i <= 50; i++ {
				if _, err := m.Get(i * (w + 1)); err != nil {
					t.Error(err)
				}
			}
		}()
	}
	wg.Wait()
	m.Forget(1)
	if v, _ := m.Get(27); v != 111 {
		t.Error(v)
	}
}
