// Package main checks the links of a page, each within a time limit.
package main

import (
	"context"
	"fmt"
	"sync/atomic"
	"time"
)

var released atomic.Int64

func limit(parent context.Context) (context.Context, context.CancelFunc) {
	return context.WithTimeout(parent, time.Minute)
}

func check(ctx context.Context, link string) error {
	context.AfterFunc(ctx, func() { released.Add(1) })
	fmt.Println("check", link)
	return ctx.Err()
}

func checkAll(parent context.Context, links []string) (broken int) {
	for _, l := range links {
		ctx, cancel := limit(parent)
		defer cancel() // BUG
		if check(ctx, l) != nil {
			broken++
		}
	}
	time.Sleep(10 * time.Millisecond)
	fmt.Println("released:", released.Load())
	return broken
}

func main() {
	broken := checkAll(context.Background(), []string{"/home", "/news", "/help"})
	fmt.Println(broken, "broken links")
}
