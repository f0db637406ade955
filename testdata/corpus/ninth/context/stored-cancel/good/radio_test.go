package radio

import (
	"context"
	"testing"
	"time"
)

func TestRadio(t *testing.T) {
	r := On(context.Background(), "yesterday", "imagine")
	time.Sleep(10 * time.Millisecond)
	n := len(r.Off())
	if n < 1 || len(r.Off()) != n {
		t.Error(n)
	}
}
