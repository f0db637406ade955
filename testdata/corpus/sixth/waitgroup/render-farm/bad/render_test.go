package render

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"
)

func paint(_ context.Context, f Frame) (string, error) {
	time.Sleep(f.Cost)
	if f.Number < 0 {
		return "", errors.New("no such frame")
	}
	return fmt.Sprint("picture ", f.Number), nil
}

func TestFast(t *testing.T) {
	f := NewFarm(2, time.Second, paint)
	for i := range 6 {
		f.Add(Frame{i - 1, time.Millisecond})
	}
	pics, errs := f.Wait()
	if len(pics) != 5 || len(errs) != 1 || f.Late() != 0 {
		t.Fatal(pics, errs)
	}
}

func TestSlow(t *testing.T) {
	f := NewFarm(4, 30*time.Millisecond, paint)
	f.Add(Frame{1, time.Millisecond})
	f.Add(Frame{2, 70 * time.Millisecond})
	f.Add(Frame{3, 2 * time.Millisecond})
	pics, errs := f.Wait()
	if len(pics) != 2 || len(errs) != 1 || !errors.Is(errs[0], ErrSlow) {
		t.Fatal(pics, errs)
	}
	time.Sleep(100 * time.Millisecond)
}
