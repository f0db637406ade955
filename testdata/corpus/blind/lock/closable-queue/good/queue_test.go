package queue

import (
	"sync"
	"sync/atomic"
	"testing"
)

func TestQueue(t *testing.T) {
	q := New[int](3)
	var putters, getters sync.WaitGroup
	var sum atomic.Int64
	for range 2 {
		getters.Go(func() {
			for v := range q.All() {
				sum.Add(int64(v))
			}
		})
		putters.Go(func() {
			for i := range 50 {
				if err := q.Put(i); err != nil {
					t.Error(err)
				}
			}
		})
	}
	putters.Wait()
	q.Close()
	getters.Wait()
	if sum.Load() != 2450 {
		t.Errorf("sum %d", sum.Load())
	}
	if err := q.Put(1); err != ErrClosed {
		t.Error(err)
	}
}
