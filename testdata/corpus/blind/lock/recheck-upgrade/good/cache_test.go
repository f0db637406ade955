package pages

import (
	"sync"
	"testing"
)

func TestPage(t *testing.T) {
	c := NewCache(func(n string) string { return "<h1>" + n + "</h1>" })
	t.Run("group", func(t *testing.T) {
		for _, n := range []string{"home", "about", "home", "help", "about"} {
			t.Run(n, func(t *testing.T) {
				t.Parallel()
				var wg sync.WaitGroup
				for range 3 {
					wg.Add(1)
					go func() {
						defer wg.Done()
						if c.Page(n) != "<h1>"+n+"</h1>" {
							t.Error("wrong page")
						}
					}()
				}
				wg.Wait()
			})
		}
	})
	if c.Built() != 3 {
		t.Errorf("built %d pages", c.Built())
	}
}
