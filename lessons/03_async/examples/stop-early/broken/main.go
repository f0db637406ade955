// A generator whose consumer stops after three numbers. The generator waits
// with the fourth in its hand, for ever.
package main

import (
	"fmt"
	"runtime"
	"time"
)

func main() {
	for n := range squares() {
		fmt.Println(n)
		if n == 9 {
			break
		}
	}
	time.Sleep(200 * time.Millisecond) // time to end, for whoever can
	fmt.Println("goroutines besides main:", runtime.NumGoroutine()-1)
}

func squares() <-chan int {
	numbers := make(chan int)
	go func() {
		defer close(numbers)
		for i := 1; ; i++ {
			numbers <- i * i
		}
	}()
	return numbers
}
