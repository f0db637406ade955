package board

import (
	"fmt"
	"sync"
	"testing"
)

func TestFollow(t *testing.T) {
	b := New()
	var readers, writers sync.WaitGroup
	for range 3 {
		readers.Add(1)
		go func() {
			defer readers.Done()
			n := 0
			for p := range b.Follow() {
				if p.No != n {
					t.Errorf("post %d after %d", p.No, n-1)
				}
				n++
			}
			if n != 20 {
				t.Errorf("%d posts", n)
			}
		}()
	}
	for w := range 2 {
		writers.Add(1)
		go func() {
			defer writers.Done()
			for i := range 10 {
				b.Post(fmt.Sprint(w, i))
			}
		}()
	}
	writers.Wait()
	b.Close()
	readers.Wait()
	if b.Len() != 20 {
		t.Error(b.Len())
	}
}
