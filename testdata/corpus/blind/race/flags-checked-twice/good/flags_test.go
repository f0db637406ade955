package flags

import (
	"sync"
	"testing"
)

func TestOnce(t *testing.T) {
	l := NewLoader(func() map[string]bool { return map[string]bool{"beta": true} })
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			if !l.Enabled("beta") || l.Enabled("alpha") {
				t.Error("wrong flags")
			}
		})
	}
	wg.Wait()
	if n := l.Fetches(); n != 1 {
		t.Errorf("%d fetches", n)
	}
	l.Reload()
	l.Enabled("beta")
	if n := l.Fetches(); n != 2 {
		t.Errorf("%d fetches", n)
	}
}
