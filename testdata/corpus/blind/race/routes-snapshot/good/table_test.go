package route

import (
	"sync"
	"testing"
)

func TestTable(t *testing.T) {
	tab := NewTable()
	seen := 0
	tab.OnChange(func(v int) { seen = max(seen, v) })
	root := &Backend{Name: "root"}
	if err := tab.Add("/", root); err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	for _, p := range []string{"/a", "/b", "/a/b", "/c"} {
		wg.Add(2)
		go func() {
			defer wg.Done()
			if err := tab.Add(p, &Backend{Name: p}); err != nil {
				t.Error(err)
			}
			tab.Remove(p)
		}()
		go func() {
			defer wg.Done()
			for range 20 {
				if _, err := tab.Lookup(p + "/x"); err != nil {
					t.Error(err)
				}
			}
		}()
	}
	wg.Wait()
	if seen != 9 || tab.Version() != 9 {
		t.Errorf("saw version %d, have %d", seen, tab.Version())
	}
}
