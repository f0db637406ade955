package striped

import (
	"strings"
	"sync"
	"testing"
)

func TestCounter(t *testing.T) {
	c := New()
	text := strings.Fields("the cat and the dog and the bird")
	var wg sync.WaitGroup
	for _, w := range text {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if c.Add(w) < 1 || c.Count(w) < 1 {
				t.Errorf("%q not counted", w)
			}
		}()
	}
	wg.Wait()
	if c.Total() != len(text) || c.Count("the") != 3 {
		t.Error("wrong counts")
	}
}
