package main

import (
	"errors"
	"fmt"
	"sync"
)

// future is written once by its maker and read by anybody after ready.
type future[T any] struct {
	ready chan struct{}
	val   T
	err   error
}

func promise[T any](fn func() (T, error)) *future[T] {
	f := &future[T]{ready: make(chan struct{})}
	go f.fulfil(fn)
	return f
}

func (f *future[T]) fulfil(fn func() (T, error)) {
	defer close(f.ready)
	f.val, f.err = fn()
}

func (f *future[T]) get() (T, error) {
	<-f.ready
	return f.val, f.err
}

func main() {
	sunny := promise(func() (string, error) { return "sunny", nil })
	broken := promise(func() (int, error) { return 0, errors.New("no data from Mars") })

	var wg sync.WaitGroup
	for range 5 {
		wg.Go(func() {
			if v, err := sunny.get(); err != nil || v != "sunny" {
				panic("wrong weather")
			}
			if _, err := broken.get(); err == nil {
				panic("weather on Mars")
			}
		})
	}
	wg.Wait()
	fmt.Println(sunny.val, broken.err)
}
