package leaderboard

import (
	"fmt"
	"sync"
	"testing"
	"time"
)

func TestTop(t *testing.T) {
	b := New(3)
	var wg sync.WaitGroup
	for i := range 6 {
		wg.Go(func() { b.Submit(fmt.Sprint("p", i), i*10, time.Unix(int64(i), 0)) })
	}
	wg.Wait()
	top := b.Top(2)
	if len(top) != 2 || top[0].Player != "p5" || top[1].Player != "p4" {
		t.Fatalf("top = %v", top)
	}
	if r := b.Rank("p3"); r != 3 {
		t.Errorf("rank of p3 = %d", r)
	}
	if r := b.Rank("p0"); r != 0 {
		t.Errorf("rank of p0 = %d", r)
	}
	if b.Submit("p5", 1, time.Now()) {
		t.Error("lower score accepted")
	}
}
