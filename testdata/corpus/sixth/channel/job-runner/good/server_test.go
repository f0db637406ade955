package jobs

import (
	"errors"
	"fmt"
	"testing"
)

func TestRunner(t *testing.T) {
	r := NewRunner()
	for i := range 3 {
		r.Submit(func() error {
			if i == 1 {
				return errors.New("odd")
			}
			return nil
		})
	}
	if got := r.Shutdown(); len(got) != 3 {
		t.Fatal(got)
	}
}

func TestFatal(t *testing.T) {
	r := NewRunner()
	r.Submit(func() error { return fmt.Errorf("disk: %w", ErrFatal) })
	for r.Submit(func() error { return nil }) {
	}
	if got := r.Shutdown(); len(got) == 0 {
		t.Fatal(got)
	}
}
