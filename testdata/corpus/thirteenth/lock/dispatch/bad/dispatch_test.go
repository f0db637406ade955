package dispatch

import (
	"sync"
	"testing"
	"time"
)

func TestWorkersShareJobs(t *testing.T) {
	b := NewBoard()
	var (
		wg   sync.WaitGroup
		mu   sync.Mutex
		seen = map[string]int{}
	)
	for range 4 {
		wg.Go(func() {
			for {
				j, ok := b.Next()
				if !ok {
					return
				}
				mu.Lock()
				seen[j.Name]++
				mu.Unlock()
			}
		})
	}
	for _, name := range []string{"mop", "sweep", "dust"} {
		time.Sleep(5 * time.Millisecond)
		b.Post(Job{Urgency: len(name), Name: name})
	}
	b.Close()
	wg.Wait()
	if len(seen) != 3 || seen["dust"] != 1 {
		t.Errorf("seen %v", seen)
	}
}
