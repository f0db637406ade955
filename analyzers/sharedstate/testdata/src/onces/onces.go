// Package onces initialises shared state through sync.Once and its functions.
package onces

import (
	"os"
	"sync"
)

type Settings struct {
	once   sync.Once
	values map[string]string
	err    error
}

func (s *Settings) load() {
	s.values = map[string]string{"home": os.Getenv("HOME")}
	if len(s.values["home"]) == 0 {
		s.err = os.ErrNotExist
	}
}

func (s *Settings) Get(key string) (string, error) {
	s.once.Do(s.load)
	return s.values[key], s.err
}

var table = sync.OnceValue(func() map[int]string {
	t := make(map[int]string)
	t[1] = "one"
	return t
})

func Name(n int) string { return table()[n] }

// Parallel calls Get from several goroutines.
func Parallel() string {
	s := &Settings{}
	var wg sync.WaitGroup
	for range 3 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			s.Get("home")
		}()
	}
	wg.Wait()
	v, _ := s.Get("home")
	return v
}

// Lazy computes a captured variable once.
func Lazy() int {
	var once sync.Once
	n := 0
	get := func() int {
		once.Do(func() { n = 42 })
		return n
	}
	done := make(chan struct{})
	go func() {
		get()
		close(done)
	}()
	sum := get()
	<-done
	return sum
}
