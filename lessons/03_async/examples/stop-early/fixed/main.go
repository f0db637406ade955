// A generator that looks at a context while it waits: cancel tells it that
// nobody needs more numbers.
package main

import (
	"context"
	"fmt"
	"runtime"
	"time"
)

func main() {
	firstThree()
	time.Sleep(200 * time.Millisecond) // time to end, for whoever can
	fmt.Println("goroutines besides main:", runtime.NumGoroutine()-1)
}

func firstThree() {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	for n := range squares(ctx) {
		fmt.Println(n)
		if n == 9 {
			break
		}
	}
}

func squares(ctx context.Context) <-chan int {
	numbers := make(chan int)
	go func() {
		defer close(numbers)
		for i := 1; ; i++ {
			select {
			case numbers <- i * i:
			case <-ctx.Done():
				return
			}
		}
	}()
	return numbers
}
