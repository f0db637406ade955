// Package main sends in deferred calls, also when it panics, and leaves by goto.
package main

import "fmt"

func safe(f func()) error {
	errs := make(chan error)
	go func() {
		defer func() {
			if r := recover(); r != nil {
				errs <- fmt.Errorf("panic: %v", r)
			}
		}()
		f()
		errs <- nil
	}()
	return <-errs
}

func retry(n int) int {
	ch := make(chan int)
	go func() {
		for i := range 3 {
			ch <- i
		}
		close(ch)
	}()
again:
	v, ok := <-ch
	if ok {
		n += v
		goto again
	}
	return n
}

func main() {
	fmt.Println(safe(func() { panic("no") }), safe(func() {}), retry(1))
}
