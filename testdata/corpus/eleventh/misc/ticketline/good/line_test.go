package ticketline

import (
	"sync"
	"sync/atomic"
	"testing"
)

func TestUrgentFirst(t *testing.T) {
	l := New[string](5)
	l.Push("a", false)
	l.Push("b", true)
	l.Close()
	if v, _ := l.Pop(); v != "b" {
		t.Fatalf("got %q", v)
	}
	if l.Push("c", false) {
		t.Fatal("closed line took a ticket")
	}
	if v, ok := l.Pop(); v != "a" || !ok {
		t.Fatalf("got %q", v)
	}
	if _, ok := l.Pop(); ok {
		t.Fatal("line is not empty")
	}
}

func TestServe(t *testing.T) {
	l := New[int](3)
	var sum atomic.Int64
	served := make(chan int, 2)
	for range 2 {
		go func() { served <- l.Serve(func(v int) { sum.Add(int64(v)) }) }()
	}
	var wg sync.WaitGroup
	for p := range 4 {
		wg.Go(func() {
			for i := 1; i <= 50; i++ {
				l.Push(i, (i+p)%7 == 0)
			}
		})
	}
	wg.Wait()
	l.Close()
	if n := <-served + <-served; n != 200 || sum.Load() != 4*1275 {
		t.Fatalf("%d tickets, sum %d", n, sum.Load())
	}
}
