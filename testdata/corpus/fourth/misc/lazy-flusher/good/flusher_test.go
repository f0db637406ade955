package lazyq

import (
	"sync"
	"testing"
)

func TestOrder(t *testing.T) {
	var q Queue
	q.Wait()
	var got []int
	for i := range 100 {
		q.Do(func() { got = append(got, i) })
		if i%30 == 0 {
			q.Wait()
		}
	}
	q.Wait()
	for i, n := range got {
		if n != i {
			t.Fatalf("got[%d] = %d", i, n)
		}
	}
	if len(got) != 100 {
		t.Fatalf("%d of 100", len(got))
	}
}

func TestMany(t *testing.T) {
	var q Queue
	n := 0 // tasks never overlap
	var wg sync.WaitGroup
	for range 5 {
		wg.Go(func() {
			for range 50 {
				q.Do(func() { n++ })
			}
			q.Wait()
		})
	}
	wg.Wait()
	q.Wait()
	if n != 250 {
		t.Errorf("n = %d", n)
	}
}
