// Package main asks an exchange for stock quotes.
package main

import (
	"context"
	"fmt"
	"runtime"
	"time"
)

func session(parent context.Context) (context.Context, context.CancelFunc) {
	return context.WithCancel(parent)
}

func tick(ctx context.Context, prices chan<- int) {
	for price := 100; ; price++ {
		select {
		case prices <- price:
		case <-ctx.Done():
			return
		}
	}
}

func quote(parent context.Context) int {
	ctx, _ := session(parent) // BUG
	prices := make(chan int)
	go tick(ctx, prices)
	return <-prices
}

func main() {
	for range 3 {
		fmt.Println(quote(context.Background()))
	}
	time.Sleep(20 * time.Millisecond)
	fmt.Println("goroutines:", runtime.NumGoroutine())
}
