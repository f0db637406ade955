package boundedq

import (
	"errors"
	"testing"
)

func TestOrder(t *testing.T) {
	q := New[int](4)
	go func() {
		for i := range 100 {
			q.Push(i)
		}
		q.Close()
	}()
	want := 0
	for {
		v, err := q.Pop()
		if errors.Is(err, ErrClosed) {
			break
		}
		if v != want {
			t.Fatalf("got %d, want %d", v, want)
		}
		want++
	}
	if want != 100 {
		t.Fatalf("only %d items", want)
	}
	if err := q.Push(1); !errors.Is(err, ErrClosed) {
		t.Fatal("push after close:", err)
	}
}

func TestPeek(t *testing.T) {
	q := New[string](2)
	q.Push("x")
	q.Push("y")
	var seen string
	q.Peek(func(s string) bool { seen += s; return true })
	if seen != "xy" {
		t.Fatal(seen)
	}
}
