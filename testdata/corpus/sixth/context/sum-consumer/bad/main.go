package main

import (
	"context"
	"fmt"
	"sync"
	"time"
)

func consume(ctx context.Context, in <-chan int, sum *int) {
	for { // BUG: select-busy-loop, ctx-ignored
		select { // BUG: select-busy-loop, ctx-ignored
		case n := <-in:
			*sum += n
		case <-ctx.Done(): // BUG: select-busy-loop, ctx-ignored
			break // BUG: select-busy-loop, ctx-ignored
		}
	}
}

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Millisecond)
	defer cancel()
	in := make(chan int)
	sum := 0
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		consume(ctx, in, &sum)
	}()
	for i := range 5 {
		in <- i
	}
	wg.Wait() // BUG: ctx-ignored
	fmt.Println(sum)
}
