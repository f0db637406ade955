// Package fatal ends tests from elsewhere.
package fatal

import (
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
)

func half(n int) (int, error) { return n / 2, nil }

func TestDirect(t *testing.T) {
	results := make(chan int, 4)
	for n := range 4 {
		go func() {
			h, err := half(n)
			if err != nil {
				t.Fatal(err) // want `the test goes on: Fatal is called outside the test's own goroutine, so it ends this goroutine and not the test \(test-fatal-in-goroutine\)`
			}
			results <- h
		}()
	}
	for range 4 {
		<-results
	}
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.FailNow()
	}
}

func check(t *testing.T, n int) {
	_, err := half(n)
	must(t, err)
}

func TestByHelpers(t *testing.T) {
	var wg sync.WaitGroup
	wg.Go(func() {
		check(t, 1) // want `the test goes on: check, which ends a test, is called outside.* \(test-fatal-in-goroutine\)`
	})
	wg.Wait()
}

type fixture struct{ t *testing.T }

func (f *fixture) run(done chan int) {
	f.t.Skip("not now") // want `the test goes on: Skip is called.* \(test-fatal-in-goroutine\)`
	done <- 1
}

func TestByField(t *testing.T) {
	f := &fixture{t}
	done := make(chan int)
	go f.run(done)
	<-done
}

func TestHandler(t *testing.T) {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != "GET" {
			t.Fatalf("method %s", r.Method) // want `it ends the goroutine of the request and not the test \(test-fatal-in-goroutine\)`
		}
	}))
	defer s.Close()
	http.Get(s.URL)
}
