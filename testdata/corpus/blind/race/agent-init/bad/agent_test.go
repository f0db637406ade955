package agent

import "testing"

func TestFilter(t *testing.T) {
	a := New("smith", WithFilter(func(s string) bool { return len(s) > 3 }))
	for _, s := range []string{"red", "green", "blue"} {
		a.Tell(s)
	}
	if got := a.Close(); len(got) > 3 || got[len(got)-1] != "SMITH:blue" {
		t.Errorf("got %q", got)
	}
}
