package tail

import (
	"context"
	"testing"
)

func TestFollow(t *testing.T) {
	f := NewFile()
	f.Append("zero")
	tl := Follow(context.Background(), f)
	defer tl.Close()
	go func() {
		for _, l := range []string{"one", "two", "three", "four"} {
			f.Append(l)
		}
	}()
	got := ""
	for i, l := range tl.Lines() {
		got += l + " "
		if i == 3 {
			break
		}
	}
	if got != "zero one two three " {
		t.Errorf("got %q", got)
	}
}

func TestParentEnds(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	tl := Follow(ctx, NewFile())
	cancel()
	for range tl.Lines() {
		t.Error("unexpected line")
	}
	tl.Close()
}
