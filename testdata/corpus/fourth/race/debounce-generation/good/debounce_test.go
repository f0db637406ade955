package debounce

import (
	"slices"
	"testing"
	"testing/synctest"
	"time"
)

func TestQuiet(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		got := make(chan []string, 10)
		d := New(time.Second, func(s []string) { got <- s })
		d.Add("a")
		time.Sleep(900 * time.Millisecond)
		d.Add("b")
		time.Sleep(900 * time.Millisecond)
		synctest.Wait()
		if len(got) != 0 {
			t.Fatalf("too early: %v", <-got)
		}
		time.Sleep(200 * time.Millisecond)
		synctest.Wait()
		if s := <-got; !slices.Equal(s, []string{"a", "b"}) {
			t.Fatalf("got %v", s)
		}
		d.Add("c")
		d.Close()
		time.Sleep(time.Minute)
		synctest.Wait()
		if len(got) != 0 {
			t.Errorf("after Close: %v", <-got)
		}
	})
}
