package sessions

import (
	"context"
	"testing"
	"time"
)

func TestOpenClose(t *testing.T) {
	r := NewRegistry(time.Hour)
	a := r.Open(NewTerminal("a"))
	r.Open(NewTerminal("b"))
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	if err := a.Close(); err == nil {
		t.Fatal("second close succeeded")
	}
	r.Sweep()
	if live, retired := r.Counts(); live != 1 || retired != 1 {
		t.Fatalf("live %d retired %d", live, retired)
	}
}

func TestRunStops(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	NewRegistry(5 * time.Millisecond).Run(ctx)
}
