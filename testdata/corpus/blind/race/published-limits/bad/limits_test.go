package limits

import (
	"sync"
	"testing"
)

func TestSet(t *testing.T) {
	var wg sync.WaitGroup
	for _, c := range []string{"acme", "globex", "initech"} {
		wg.Add(2)
		go func() {
			defer wg.Done()
			Set(c, len(c))
		}()
		go func() {
			defer wg.Done()
			if n := For(c); n != 10 && n != 20 && n != len(c) {
				t.Errorf("%s: %d", c, n)
			}
		}()
	}
	SetDefault(20)
	wg.Wait()
	if For("acme") != 4 || For("nobody") != 20 {
		t.Error("wrong limits")
	}
}
