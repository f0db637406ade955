package main

import (
	"context"
	"fmt"
	"time"
)

func ask(ctx context.Context, n int) (int, error) {
	ctx, cancel := context.WithTimeout(ctx, 20*time.Millisecond)
	defer cancel()
	answer := make(chan int, 1)
	go func() {
		time.Sleep(time.Duration(n) * 15 * time.Millisecond)
		answer <- n * n
	}()
	select {
	case a := <-answer:
		return a, nil
	case <-ctx.Done():
		return 0, ctx.Err()
	}
}

func background(parent context.Context) <-chan error {
	ctx, cancel := context.WithCancel(parent)
	out := make(chan error, 1)
	go func() {
		defer cancel()
		_, err := ask(ctx, 0)
		out <- err
	}()
	return out
}

func main() {
	ctx := context.Background()
	for n := range 3 {
		fmt.Println(ask(ctx, n))
	}
	fmt.Println(<-background(ctx))
}
