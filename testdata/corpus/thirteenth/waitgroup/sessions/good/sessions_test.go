package sessions

import (
	"context"
	"testing"
	"time"
)

func TestDrain(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	h := NewHub(ctx)
	polite := h.Connect("polite")
	h.Connect("rude")
	h.Connect("slow")

	polite.Close()
	cancel()
	h.Drain()
	time.Sleep(20 * time.Millisecond)
}
