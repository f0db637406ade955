package lazy

import (
	"errors"
	"sync"
	"testing"
)

func TestGet(t *testing.T) {
	made := 0
	v := Value[int]{New: func() (*int, error) {
		made++
		if made == 1 {
			return nil, errors.New("not yet")
		}
		n := 42
		return &n, nil
	}}
	var wg sync.WaitGroup
	for range 6 {
		wg.Go(func() {
			if p, err := v.Get(); err == nil && *p != 42 {
				t.Error(*p)
			}
		})
	}
	wg.Wait()
	if made != 2 {
		t.Fatal(made)
	}
}
