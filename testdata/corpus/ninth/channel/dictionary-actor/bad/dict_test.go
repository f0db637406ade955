package dict

import (
	"sync"
	"testing"
)

func TestLookup(t *testing.T) {
	d := New(map[string]string{"chat": "cat", "chien": "dog"})
	defer d.Close()
	want := map[string]string{"chat": "cat", "Chiens": "dog", "loup": ""}
	var wg sync.WaitGroup
	for w, m := range want {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if got := d.Lookup(w); got != m {
				t.Errorf("%s: got %q, want %q", w, got, m)
			}
		}()
	}
	wg.Wait()
}
