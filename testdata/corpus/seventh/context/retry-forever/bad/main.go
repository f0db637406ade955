package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

var errDown = errors.New("printer is down")

func try() error { return errDown }

func retry(ctx context.Context, wait time.Duration, f func() error) error { // BUG: ctx-ignored
	for { // BUG: ctx-ignored
		if f() == nil {
			return nil
		}
		time.Sleep(wait) // BUG: ctx-ignored
	}
}

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Millisecond)
	defer cancel()
	var wg sync.WaitGroup
	wg.Go(func() {
		if err := retry(ctx, time.Millisecond, try); err != nil {
			fmt.Println("gave up")
		}
	})
	wg.Wait() // BUG: ctx-ignored
}
