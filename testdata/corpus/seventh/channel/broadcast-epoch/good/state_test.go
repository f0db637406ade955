package epoch

import (
	"context"
	"sync"
	"testing"
	"time"
)

func TestUntil(t *testing.T) {
	v := NewVar(0)
	var wg sync.WaitGroup
	for i := 1; i <= 4; i++ {
		wg.Go(func() {
			got, err := v.Until(t.Context(), func(n int) bool { return n >= 5*i })
			if err != nil || got < 5*i {
				t.Errorf("waited for %d, got %d, %v", 5*i, got, err)
			}
		})
	}
	for n := range 21 {
		v.Set(n)
	}
	wg.Wait()
	ctx, cancel := context.WithTimeout(t.Context(), time.Millisecond)
	defer cancel()
	if _, err := v.Until(ctx, func(n int) bool { return n > 99 }); err == nil {
		t.Error("no error")
	}
}
