// Package outsidecalls gives a function to other code, which calls it when it is asked.
package outsidecalls

import (
	"net/http"
	"sync"
	"testing"
)

// steps is for controlling the order in which goroutines go on.
type steps []sync.WaitGroup

func newSteps(n int) steps {
	s := make(steps, n)
	for i := range s {
		s[i].Add(1)
	}
	return s
}

func (s steps) take(n int) {
	s[n].Wait()
	if n+1 < len(s) {
		s[n+1].Done()
	}
}

func TestRedirect(t *testing.T) {
	s := newSteps(3)
	client := new(http.Client)
	client.CheckRedirect = func(*http.Request, []*http.Request) error {
		s.take(1)
		return nil
	}
	var all sync.WaitGroup
	all.Add(1)
	go func() {
		defer all.Done()
		s.take(2)
	}()
	s[0].Done()
	s.take(0)
	client.Get("http://localhost/moved")
	all.Wait()
}
