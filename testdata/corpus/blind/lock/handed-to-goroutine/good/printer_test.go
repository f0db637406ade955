package printer

import (
	"strings"
	"sync"
	"testing"
)

func TestPrint(t *testing.T) {
	var sb strings.Builder
	p := New(&sb)
	var wg sync.WaitGroup
	for range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			p.Print("cover", "text")
		}()
	}
	wg.Wait()
	if n := p.Wait(); n != 4 {
		t.Errorf("%d documents", n)
	}
	want := strings.Repeat("1: cover\n2: text\n", 4)
	if sb.String() != want {
		t.Errorf("mixed up:\n%s", sb.String())
	}
}
