// Package wokenbycontexts waits on a condition variable until a context ends.
package wokenbycontexts

import (
	"context"
	"sync"
	"time"
)

func wait(ctx context.Context, cond *sync.Cond, ready func() bool) error {
	stop := context.AfterFunc(ctx, func() {
		cond.L.Lock()
		defer cond.L.Unlock()
		cond.Broadcast()
	})
	defer stop()
	for !ready() {
		cond.Wait()
		if ctx.Err() != nil {
			return ctx.Err()
		}
	}
	return nil
}

func All(n int) {
	cond := sync.NewCond(new(sync.Mutex))
	var wg sync.WaitGroup
	for range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			ctx, cancel := context.WithTimeout(context.Background(), time.Millisecond)
			defer cancel()
			cond.L.Lock()
			defer cond.L.Unlock()
			_ = wait(ctx, cond, func() bool { return false })
		}()
	}
	wg.Wait()
}
