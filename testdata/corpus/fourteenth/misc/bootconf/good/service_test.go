package bootconf

import (
	"sync"
	"testing"
	"time"
)

func TestManyWaiters(t *testing.T) {
	s := Boot(LoaderFunc(func() (Settings, error) {
		time.Sleep(2 * time.Millisecond)
		return Settings{Region: "north", Workers: 4}, nil
	}))
	var wg sync.WaitGroup
	for range 5 {
		wg.Go(func() {
			for s.Peek() == "" {
				time.Sleep(100 * time.Microsecond)
			}
			got, err := s.Get(t.Context())
			if err != nil || got.Workers != 4 {
				t.Errorf("got %+v, %v", got, err)
			}
		})
	}
	wg.Wait()
}

func TestNoWorkers(t *testing.T) {
	s := Boot(LoaderFunc(func() (Settings, error) { return Settings{}, nil }))
	if _, err := s.Get(t.Context()); err != errWorkers {
		t.Errorf("got %v", err)
	}
}
