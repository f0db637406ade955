// Package parkedtests starts goroutines in tests that never end on purpose.
package parkedtests

import (
	"errors"
	"testing"
)

var errBroken = errors.New("broken")

// A conn never answers.
type conn struct{}

func (conn) Read() error  { select {} }
func (conn) Write() error { return errBroken }

func TestWriteFails(t *testing.T) {
	c := conn{}
	go c.Read()
	if err := c.Write(); !errors.Is(err, errBroken) {
		t.Errorf("got %v", err)
	}
}
