// Package main is correct: it must get no report.
package main

import (
	"context"
	"errors"
	"time"
)

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), time.Millisecond)
	defer cancel()
	late := make(chan int)
	go func() {
		<-ctx.Done()
		if errors.Is(ctx.Err(), context.DeadlineExceeded) {
			close(late)
		}
	}()
	<-late
}
