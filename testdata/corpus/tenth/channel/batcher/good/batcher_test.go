package batch

import (
	"errors"
	"testing"
	"time"
)

func TestBySize(t *testing.T) {
	var got [][]int
	b := New(3, time.Hour, func(items []int) error {
		got = append(got, items)
		return nil
	})
	for i := range 7 {
		if err := b.Add(i); err != nil {
			t.Fatal(err)
		}
	}
	b.Close()
	if len(got) != 3 || len(got[2]) != 1 || got[2][0] != 6 {
		t.Errorf("got %v", got)
	}
	if err := b.Add(8); err != ErrClosed {
		t.Error(err)
	}
	if s := b.Stats().String(); s != "7 items in 3 batches, 0 failed" {
		t.Error(s)
	}
}

func TestByAge(t *testing.T) {
	flushed := make(chan string, 1)
	b := New(100, 5*time.Millisecond, func(items []string) error {
		flushed <- items[0]
		return errors.New("disk full")
	})
	defer b.Close()
	b.Add("x")
	if s := <-flushed; s != "x" {
		t.Error(s)
	}
}
