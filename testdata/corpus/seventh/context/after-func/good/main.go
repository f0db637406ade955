package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

var errQuota = errors.New("quota used up")

// metered returns a context that is cancelled after n calls of use.
func metered(parent context.Context, n int) (ctx context.Context, use func(), stop context.CancelFunc) {
	ctx, cancel := context.WithCancelCause(parent)
	use = func() {
		if n--; n == 0 {
			cancel(errQuota)
		}
	}
	return ctx, use, func() { cancel(nil) }
}

func main() {
	ctx, use, stop := metered(context.Background(), 3)
	defer stop()
	closed := make(chan string, 1)
	context.AfterFunc(ctx, func() { closed <- "connection closed" })
	for ctx.Err() == nil {
		use()
		time.Sleep(time.Millisecond)
	}
	fmt.Println(<-closed, "because", context.Cause(ctx))
}
