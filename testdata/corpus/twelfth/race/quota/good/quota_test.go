package quota

import (
	"bytes"
	"errors"
	"testing"
)

func TestMeter(t *testing.T) {
	b := NewFixed(10)
	var buf bytes.Buffer
	w := Meter(&buf, b)
	if _, err := w.Write([]byte("1234567")); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write([]byte("1234567")); !errors.Is(err, ErrExceeded) {
		t.Fatalf("err = %v", err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if b.Used() != 0 || b.Peak() != 7 || b.Denied() != 1 {
		t.Fatalf("used %d peak %d denied %d", b.Used(), b.Peak(), b.Denied())
	}
}

func TestUnlimited(t *testing.T) {
	var buf bytes.Buffer
	w := Meter(&buf, Unlimited{})
	if _, err := w.Write(make([]byte, 1<<16)); err != nil {
		t.Fatal(err)
	}
}
