package bq

import (
	"sync"
	"sync/atomic"
	"testing"
)

func TestQueue(t *testing.T) {
	q := New[int](3)
	var producers, consumers sync.WaitGroup
	var sum atomic.Int64
	for range 3 {
		consumers.Go(func() {
			for {
				v, ok := q.Get()
				if !ok {
					return
				}
				sum.Add(int64(v))
			}
		})
		producers.Go(func() {
			for i := range 50 {
				if !q.Put(i) {
					t.Error("closed too early")
				}
			}
		})
	}
	producers.Wait()
	q.Close()
	consumers.Wait()
	if sum.Load() != 3*1225 {
		t.Errorf("sum %d", sum.Load())
	}
	if n := q.Len(); n != 0 {
		t.Errorf("%d left", n)
	}
	if q.Put(1) {
		t.Error("put after close")
	}
}
