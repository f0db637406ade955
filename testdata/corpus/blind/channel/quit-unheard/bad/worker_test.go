package worker

import (
	"errors"
	"io"
	"testing"
)

func TestStop(t *testing.T) {
	w := Start()
	if err := w.Do(func() error { return nil }); err != nil {
		t.Error(err)
	}
	w.Stop()
}

func TestFailure(t *testing.T) {
	w := Start()
	defer w.Stop() // BUG: send-no-receiver
	w.Do(func() error { return io.ErrUnexpectedEOF })
	if err := w.Do(func() error { return nil }); !errors.Is(err, ErrFailed) {
		t.Error(err)
	}
}
