// Package fatalright ends tests where they run.
package fatalright

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"testing"
)

func half(n int) (int, error) { return n / 2, nil }

func must(t *testing.T, err error) {
	if err != nil {
		t.Fatal(err)
	}
}

func TestInTest(t *testing.T) {
	errs := make(chan error)
	go func() {
		_, err := half(1)
		if err != nil {
			t.Error(err)
		}
		errs <- err
	}()
	must(t, <-errs)
}

func TestSubtest(t *testing.T) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		t.Run("sub", func(t *testing.T) {
			must(t, errors.New("here it is right"))
		})
	}()
	<-done
}

func TestDeferred(t *testing.T) {
	func() {
		must(t, nil)
	}()
	defer func() { t.Fatal("here as well") }()
}

type logger struct{}

func (logger) Fatal(...any) {}

func TestOtherFatal(t *testing.T) {
	done := make(chan struct{})
	go func() {
		logger{}.Fatal("not a test's")
		close(done)
	}()
	<-done
}

// The recorder's handler runs in the test's goroutine.
func TestRecorder(t *testing.T) {
	h := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != "GET" {
			t.Fatalf("method %s", r.Method)
		}
	})
	h.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest("GET", "/", nil))
}
