package receipt

import (
	"bytes"
	"fmt"
	"sync"
	"testing"
)

func TestRender(t *testing.T) {
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			shop := fmt.Sprintf("shop%d", i)
			for range 200 {
				text := Render(shop, []Item{{"tea", 350}, {"cake", 420}})
				if !bytes.Contains(text, []byte(shop)) { // BUG: buffer-reuse, data-race
					t.Errorf("%s got %q", shop, text)
					return
				}
			}
		}()
	}
	wg.Wait()
}
