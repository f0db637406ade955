package batch

import (
	"errors"
	"testing"
	"testing/synctest"
	"time"
)

func TestBatch(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := New(time.Second)
		b.Start(Func("disk", func() error { return nil }))
		b.Start(Func("net", func() error {
			time.Sleep(300 * time.Millisecond)
			return errors.New("unreachable")
		}))
		want := "net: unreachable\ndisk: ok"
		if got := Summary(b.Wait()); got != want {
			t.Errorf("got %q", got)
		}
	})
}
