package keptonces

import (
	"sync"
	"testing"
)

// A test runs once, and this one looks at what OnceFunc does with a panic.
func TestPanics(t *testing.T) {
	f := sync.OnceFunc(func() { panic("x") })
	defer func() {
		if recover() != "x" {
			t.Error("no panic")
		}
	}()
	f()
}

func TestTurns(t *testing.T) {
	for range 3 {
		sync.OnceFunc(func() {})() // want `\(once-func-inline\)`
	}
}
