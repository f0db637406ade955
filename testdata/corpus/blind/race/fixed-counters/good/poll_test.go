package poll

import (
	"sync"
	"testing"
)

func TestVote(t *testing.T) {
	p := New("tea", "coffee", "tea")
	var wg sync.WaitGroup
	for i := range 20 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if err := p.Vote(p.Options()[i%2]); err != nil {
				t.Error(err)
			}
		}()
	}
	wg.Wait()
	if r := p.Close(); r["tea"] != 10 || r["coffee"] != 10 {
		t.Error(r)
	}
}
