package bq

import (
	"sync"
	"sync/atomic"
	"testing"
)

func TestManyToMany(t *testing.T) {
	q := New[int](3)
	var producers, consumers sync.WaitGroup
	var sum atomic.Int64
	for range 3 {
		consumers.Add(1)
		go func() {
			defer consumers.Done()
			for {
				v, ok := q.Take()
				if !ok {
					return
				}
				sum.Add(int64(v))
			}
		}()
	}
	for range 4 {
		producers.Add(1)
		go func() {
			defer producers.Done()
			for i := 1; i <= 50; i++ {
				if !q.Put(i) {
					t.Error("closed early")
				}
			}
		}()
	}
	producers.Wait()
	q.Close()
	consumers.Wait()
	if got := sum.Load(); got != 4*1275 {
		t.Errorf("sum = %d", got)
	}
	if q.Put(1) {
		t.Error("put into closed queue")
	}
}
